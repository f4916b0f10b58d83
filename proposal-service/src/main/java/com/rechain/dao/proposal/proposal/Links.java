package com.rechain.dao.proposal.proposal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a proposal hangs together with others.
 *
 * @param runoffOf the tie that it follows
 * @param runoffProposalId the runoff that follows it
 */
public record Links(@Nullable UUID runoffOf, @Nullable UUID runoffProposalId) {}
