-- Signing before the vote, and what holds an author's proposals to the space's caps.

ALTER TABLE proposal
    ADD COLUMN signatures INT NOT NULL DEFAULT 0;

CREATE TABLE proposal_signature (
    proposal_id BINARY(16)  NOT NULL,
    user_id     BINARY(16)  NOT NULL,
    signed_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (proposal_id, user_id),
    CONSTRAINT fk_proposal_signature_proposal_id FOREIGN KEY (proposal_id) REFERENCES proposal (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Locked by whoever publishes in somebody's name, so that caps are counted one after the other.
CREATE TABLE proposal_author (
    space_id  BINARY(16) NOT NULL,
    author_id BINARY(16) NOT NULL,
    PRIMARY KEY (space_id, author_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
