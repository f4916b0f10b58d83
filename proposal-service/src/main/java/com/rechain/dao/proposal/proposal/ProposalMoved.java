package com.rechain.dao.proposal.proposal;

import java.util.UUID;

/**
 * Told inside this process about every change of a proposal, in the changing transaction; who
 * observes it after success learns of committed changes only.
 */
public record ProposalMoved(UUID proposalId, UUID spaceId, Transition transition) {}
