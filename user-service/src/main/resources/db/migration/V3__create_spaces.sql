-- The DAOs, who belongs to them, and with which weight. Everything below a space leads its key with the space.

CREATE TABLE space (
    id         BINARY(16)    NOT NULL,
    slug       VARCHAR(48)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name       VARCHAR(100)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    about      VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    visibility VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status     VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_by BINARY(16)    NOT NULL,
    created_at DATETIME(6)   NOT NULL,
    updated_at DATETIME(6)   NOT NULL,
    version    BIGINT        NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_space_slug UNIQUE (slug),
    KEY ix_space_visibility_status_id (visibility, status, id),
    KEY ix_space_created_by (created_by),
    CONSTRAINT fk_space_created_by FOREIGN KEY (created_by) REFERENCES account (id)
);

-- One row per space whose lock puts all changes of its members and weights in one order. No weight may take effect at
-- or before settled_through: neither the past nor an electorate that was once handed out ever changes.
CREATE TABLE roster (
    space_id        BINARY(16)  NOT NULL,
    settled_through DATETIME(6) NOT NULL,
    PRIMARY KEY (space_id),
    CONSTRAINT fk_roster_space_id FOREIGN KEY (space_id) REFERENCES space (id)
);

CREATE TABLE membership (
    space_id   BINARY(16)  NOT NULL,
    account_id BINARY(16)  NOT NULL,
    role       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    joined_at  DATETIME(6) NOT NULL,
    updated_at DATETIME(6) NOT NULL,
    -- unique (space, account): nobody is a member twice, whatever arrives in parallel
    PRIMARY KEY (space_id, account_id),
    KEY ix_membership_account_id_state (account_id, state),
    CONSTRAINT fk_membership_space_id FOREIGN KEY (space_id) REFERENCES space (id),
    CONSTRAINT fk_membership_account_id FOREIGN KEY (account_id) REFERENCES account (id)
);

-- Append-only: the weight in force at an instant is that of the last checkpoint at or before it; none means 0.
CREATE TABLE weight_checkpoint (
    space_id     BINARY(16)     NOT NULL,
    account_id   BINARY(16)     NOT NULL,
    effective_at DATETIME(6)    NOT NULL,
    weight       DECIMAL(38, 0) NOT NULL,
    source       VARCHAR(16)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    set_by       BINARY(16)     NOT NULL,
    PRIMARY KEY (space_id, account_id, effective_at),
    KEY ix_weight_checkpoint_account_id (account_id),
    CONSTRAINT fk_weight_checkpoint_space_id FOREIGN KEY (space_id) REFERENCES space (id),
    CONSTRAINT fk_weight_checkpoint_account_id FOREIGN KEY (account_id) REFERENCES account (id)
);
