package com.rechain.dao.voting.tally;

import java.util.UUID;

/** Ballots of this proposal have been committed, by this instance. */
public record TallyChanged(UUID proposalId) {}
