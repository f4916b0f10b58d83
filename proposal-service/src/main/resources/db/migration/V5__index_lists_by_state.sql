-- Lists of one state: without these, a state that few proposals have is looked for through all of them.
ALTER TABLE proposal
    ADD INDEX ix_proposal_status_outcome_listed_at (status, outcome, listed_at, id, starts_at, ends_at, electorate_ready_at, challenge_ends_at, expires_at, space_id, author_id),
    ADD INDEX ix_proposal_status_outcome_ends_at (status, outcome, ends_at, id, starts_at, electorate_ready_at, challenge_ends_at, expires_at, space_id, author_id);
