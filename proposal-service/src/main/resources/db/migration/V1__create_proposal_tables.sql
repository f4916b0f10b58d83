-- Everything proposal-service owns. Runs unchanged on MySQL 8.4/9.7 and MariaDB 11.4.
-- JSON is kept as text: a JSON column would reorder the members of canonical rules.

-- What is known here of user-service's spaces, kept up to date by its events.
CREATE TABLE space_reference (
    id         BINARY(16)   NOT NULL,
    slug       VARCHAR(100) NOT NULL,
    name       VARCHAR(200) NOT NULL,
    visibility VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version    BIGINT       NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The highest proposal number given out in each space.
CREATE TABLE proposal_number (
    space_id    BINARY(16) NOT NULL,
    last_number BIGINT     NOT NULL,
    PRIMARY KEY (space_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE proposal (
    id                  BINARY(16)    NOT NULL,
    space_id            BINARY(16)    NOT NULL,
    number              BIGINT        NOT NULL,
    author_id           BINARY(16)    NOT NULL,
    kind                VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status              VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    outcome             VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    title               VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
    body                MEDIUMTEXT    CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
    voting_system       VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    choices             MEDIUMTEXT    NOT NULL,
    labels              TEXT          NOT NULL,
    rules               TEXT          NULL,
    rules_hash          CHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NULL,
    starts_at           DATETIME(6)   NULL,
    ends_at             DATETIME(6)   NOT NULL,
    electorate_ready_at DATETIME(6)   NULL,
    started_at          DATETIME(6)   NULL,
    created_at          DATETIME(6)   NOT NULL,
    updated_at          DATETIME(6)   NOT NULL,
    listed_at           DATETIME(6)   NOT NULL,
    published_at        DATETIME(6)   NULL,
    published_revision  INT           NULL,
    canceled_at         DATETIME(6)   NULL,
    canceled_by         BINARY(16)    NULL,
    cancel_reason       TEXT          NULL,
    concluded_at        DATETIME(6)   NULL,
    revision            INT           NOT NULL,
    version             BIGINT        NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_proposal_space_id_number UNIQUE (space_id, number),
    -- Each list reads only its index until it knows the ids of the page.
    INDEX ix_proposal_listed_at (listed_at, id, status, outcome, starts_at, ends_at, electorate_ready_at, space_id, author_id),
    INDEX ix_proposal_ends_at (ends_at, id, status, outcome, starts_at, electorate_ready_at, space_id, author_id),
    INDEX ix_proposal_space_id_listed_at (space_id, listed_at, id, status, outcome, starts_at, ends_at, electorate_ready_at, author_id),
    INDEX ix_proposal_space_id_ends_at (space_id, ends_at, id, status, outcome, starts_at, electorate_ready_at, author_id),
    INDEX ix_proposal_author_id_listed_at (author_id, listed_at, id, status, outcome, starts_at, ends_at, electorate_ready_at, space_id),
    -- What the scheduler looks for: published, ready, not yet announced as started.
    INDEX ix_proposal_status_started_at (status, started_at, starts_at, electorate_ready_at, ends_at),
    FULLTEXT INDEX ix_proposal_title_body (title, body)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE proposal_label (
    proposal_id BINARY(16)  NOT NULL,
    label       VARCHAR(40) NOT NULL,
    PRIMARY KEY (proposal_id, label),
    INDEX ix_proposal_label_label (label, proposal_id),
    CONSTRAINT fk_proposal_label_proposal_id FOREIGN KEY (proposal_id) REFERENCES proposal (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The wording of every revision of a proposal, never changed.
CREATE TABLE proposal_version (
    proposal_id   BINARY(16)  NOT NULL,
    revision      INT         NOT NULL,
    editor_id     BINARY(16)  NOT NULL,
    edited_at     DATETIME(6) NOT NULL,
    content       LONGTEXT    NOT NULL,
    PRIMARY KEY (proposal_id, revision),
    CONSTRAINT fk_proposal_version_proposal_id FOREIGN KEY (proposal_id) REFERENCES proposal (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A deleted comment stays as a tombstone, so that the answers to it keep their place.
CREATE TABLE comment (
    id          BINARY(16)  NOT NULL,
    proposal_id BINARY(16)  NOT NULL,
    author_id   BINARY(16)  NOT NULL,
    parent_id   BINARY(16)  NULL,
    body        TEXT        NULL,
    created_at  DATETIME(6) NOT NULL,
    deleted_at  DATETIME(6) NULL,
    deleted_by  BINARY(16)  NULL,
    PRIMARY KEY (id),
    INDEX ix_comment_proposal_id_created_at (proposal_id, created_at, id),
    INDEX ix_comment_parent_id (parent_id),
    CONSTRAINT fk_comment_proposal_id FOREIGN KEY (proposal_id) REFERENCES proposal (id),
    CONSTRAINT fk_comment_parent_id FOREIGN KEY (parent_id) REFERENCES comment (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
