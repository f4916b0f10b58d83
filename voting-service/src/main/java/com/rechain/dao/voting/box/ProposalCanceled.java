package com.rechain.dao.voting.box;

import java.util.UUID;

/** The part of proposal.canceled.v1 that a box needs. */
record ProposalCanceled(UUID proposalId) {}
