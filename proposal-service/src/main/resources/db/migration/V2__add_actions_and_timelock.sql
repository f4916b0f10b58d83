-- What a proposal does when it succeeds, and when. JSON is kept as text, in its canonical form.

ALTER TABLE proposal
    ADD COLUMN plan              MEDIUMTEXT  NULL,
    ADD COLUMN actions_hash      CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- What the space's settings said when it was published.
    ADD COLUMN terms             TEXT        NULL,
    ADD COLUMN challenge_ends_at DATETIME(6) NULL,
    ADD COLUMN eta               DATETIME(6) NULL,
    ADD COLUMN expires_at        DATETIME(6) NULL,
    -- When the scheduler has to look at it next; null: never again.
    ADD COLUMN due_at            DATETIME(6) NULL,
    -- Until when one instance alone carries out its actions.
    ADD COLUMN leased_until      DATETIME(6) NULL,
    ADD COLUMN executed_at       DATETIME(6) NULL,
    ADD COLUMN vetoed_at         DATETIME(6) NULL,
    ADD COLUMN vetoed_by         BINARY(16)  NULL,
    ADD COLUMN veto_reason       TEXT        NULL,
    -- The end as it was published, once the vote itself has moved it; and when it last did.
    ADD COLUMN scheduled_ends_at DATETIME(6) NULL,
    ADD COLUMN end_moved_at      DATETIME(6) NULL;

-- The lists' indexes cover the two instants that now decide states too.
ALTER TABLE proposal
    DROP INDEX ix_proposal_listed_at,
    DROP INDEX ix_proposal_ends_at,
    DROP INDEX ix_proposal_space_id_listed_at,
    DROP INDEX ix_proposal_space_id_ends_at,
    DROP INDEX ix_proposal_author_id_listed_at;
ALTER TABLE proposal
    ADD INDEX ix_proposal_listed_at (listed_at, id, status, outcome, starts_at, ends_at, electorate_ready_at, challenge_ends_at, expires_at, space_id, author_id),
    ADD INDEX ix_proposal_ends_at (ends_at, id, status, outcome, starts_at, electorate_ready_at, challenge_ends_at, expires_at, space_id, author_id),
    ADD INDEX ix_proposal_space_id_listed_at (space_id, listed_at, id, status, outcome, starts_at, ends_at, electorate_ready_at, challenge_ends_at, expires_at, author_id),
    ADD INDEX ix_proposal_space_id_ends_at (space_id, ends_at, id, status, outcome, starts_at, electorate_ready_at, challenge_ends_at, expires_at, author_id),
    ADD INDEX ix_proposal_author_id_listed_at (author_id, listed_at, id, status, outcome, starts_at, ends_at, electorate_ready_at, challenge_ends_at, expires_at, space_id),
    -- What the scheduler looks for, and the next instants at which time alone changes a state.
    ADD INDEX ix_proposal_status_due_at (status, due_at),
    ADD INDEX ix_proposal_status_challenge_ends_at (status, challenge_ends_at),
    ADD INDEX ix_proposal_status_expires_at (status, expires_at);

-- How far each action has come. What it does is part of the frozen plan.
CREATE TABLE proposal_action (
    proposal_id  BINARY(16)  NOT NULL,
    position     INT         NOT NULL,
    execution_id BINARY(16)  NOT NULL,
    status       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Since it was last set going: what the automatic repetitions are counted by.
    tries        INT         NOT NULL,
    done_at      DATETIME(6) NULL,
    done_by      BINARY(16)  NULL,
    note         TEXT        NULL,
    PRIMARY KEY (proposal_id, position),
    CONSTRAINT uq_proposal_action_execution_id UNIQUE (execution_id),
    CONSTRAINT fk_proposal_action_proposal_id FOREIGN KEY (proposal_id) REFERENCES proposal (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Every try, never changed once it has ended. One without an end was cut off.
CREATE TABLE proposal_action_attempt (
    proposal_id BINARY(16)  NOT NULL,
    position    INT         NOT NULL,
    attempt     INT         NOT NULL,
    started_at  DATETIME(6) NOT NULL,
    ended_at    DATETIME(6) NULL,
    result      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
    detail      TEXT        NULL,
    PRIMARY KEY (proposal_id, position, attempt),
    CONSTRAINT fk_proposal_action_attempt_action FOREIGN KEY (proposal_id, position) REFERENCES proposal_action (proposal_id, position)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
