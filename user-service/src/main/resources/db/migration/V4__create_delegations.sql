-- Who gives weight to whom, for what and until when. Append-only, written under the lock of the space's roster: the set in
-- force at an instant is the last one at or before it, so a past instant never changes its answer. A set without parts ends
-- what was there. Whoever has left since neither gives nor receives: that is read from weight_checkpoint.
CREATE TABLE delegation_set (
    space_id     BINARY(16)  NOT NULL,
    delegator_id BINARY(16)  NOT NULL,
    -- SPACE, TOPIC:<label> or PROPOSAL:<id>
    scope        VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    effective_at DATETIME(6) NOT NULL,
    expires_at   DATETIME(6) NULL,
    PRIMARY KEY (space_id, delegator_id, scope, effective_at),
    KEY ix_delegation_set_delegator_id (delegator_id),
    CONSTRAINT fk_delegation_set_space_id FOREIGN KEY (space_id) REFERENCES space (id),
    CONSTRAINT fk_delegation_set_delegator_id FOREIGN KEY (delegator_id) REFERENCES account (id)
);

CREATE TABLE delegation_part (
    space_id     BINARY(16)  NOT NULL,
    delegator_id BINARY(16)  NOT NULL,
    scope        VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    effective_at DATETIME(6) NOT NULL,
    delegate_id  BINARY(16)  NOT NULL,
    basis_points INT         NOT NULL,
    PRIMARY KEY (space_id, delegator_id, scope, effective_at, delegate_id),
    KEY ix_delegation_part_space_id_delegate_id (space_id, delegate_id, delegator_id),
    KEY ix_delegation_part_delegate_id (delegate_id),
    CONSTRAINT fk_delegation_part_delegate_id FOREIGN KEY (delegate_id) REFERENCES account (id)
);
