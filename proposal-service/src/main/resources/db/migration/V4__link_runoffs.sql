-- A tie may call for another vote among what shared the lead; both proposals name each other.

ALTER TABLE proposal
    ADD COLUMN runoff_of          BINARY(16) NULL,
    ADD COLUMN runoff_proposal_id BINARY(16) NULL,
    -- unique: however often a result is told, there is one runoff
    ADD CONSTRAINT uq_proposal_runoff_of UNIQUE (runoff_of);
