-- What a space asks of its proposals, version by version, never changed; and what its proposals have carried out here.

CREATE TABLE space_settings (
    space_id    BINARY(16)  NOT NULL,
    version     BIGINT      NOT NULL,
    content     TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    sha256      CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    set_by      BINARY(16)  NULL,
    -- The proposal that decided it, where that is how it came about.
    proposal_id BINARY(16)  NULL,
    set_at      DATETIME(6) NOT NULL,
    PRIMARY KEY (space_id, version),
    CONSTRAINT fk_space_settings_space_id FOREIGN KEY (space_id) REFERENCES space (id)
);

-- One row per action, in the transaction that carried it out: who asks again gets the same answer.
CREATE TABLE space_execution (
    space_id     BINARY(16)   NOT NULL,
    execution_id BINARY(16)   NOT NULL,
    proposal_id  BINARY(16)   NOT NULL,
    order_hash   CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    result       VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    executed_at  DATETIME(6)  NOT NULL,
    PRIMARY KEY (space_id, execution_id),
    CONSTRAINT fk_space_execution_space_id FOREIGN KEY (space_id) REFERENCES space (id)
);
