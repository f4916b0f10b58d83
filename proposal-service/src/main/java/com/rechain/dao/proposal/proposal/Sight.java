package com.rechain.dao.proposal.proposal;

import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.proposal.ProposalProblem;
import java.time.Duration;
import java.util.UUID;

/** Whether somebody may see a proposal. */
public sealed interface Sight {
    /** They may: here it is. */
    record Visible(ProposalRow row) implements Sight {}

    /** There is none, or none for them: both look the same from outside. */
    record Hidden() implements Sight {}

    /** It depends on a membership that cannot be looked up now, so they may not. */
    record Undecided() implements Sight {}

    /** The answer for who asks for a proposal that is hidden from them. */
    static Problem hidden(UUID id) {
        return PlatformProblem.NOT_FOUND.with("There is no proposal " + id + " that you may see.");
    }

    /** The answer for who asks while memberships cannot be looked up. */
    static Problem undecided() {
        return ProposalProblem.MEMBERSHIP_UNKNOWN
                .with("Memberships cannot be looked up now; nothing was done.")
                .retryAfter(Duration.ofSeconds(1));
    }
}
