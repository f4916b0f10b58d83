package com.rechain.dao.proposal.proposal.execution;

import com.rechain.dao.proposal.proposal.Proposal;
import com.rechain.dao.proposal.proposal.action.Action;
import java.time.Instant;
import java.util.UUID;

/**
 * One attempt of one action, for whoever holds the lease.
 *
 * @param leasedUntil names the lease: once another is in force, what comes of this is only noted
 */
record Step(
        Proposal.Identity proposal,
        String title,
        String actionsHash,
        Action action,
        int position,
        UUID executionId,
        int attempt,
        int tries,
        Instant leasedUntil) {
    UUID proposalId() {
        return proposal.id();
    }
}
