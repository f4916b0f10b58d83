-- Whether anybody has delegated for a topic or a proposal, and who: without this, all sets of the space are read.
ALTER TABLE delegation_set
    ADD INDEX ix_delegation_set_space_id_scope (space_id, scope);
