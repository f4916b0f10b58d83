package com.rechain.dao.proposal.proposal;

import com.rechain.dao.proposal.proposal.action.Plan;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What holds a proposal's actions up, as the API shows it. */
@Schema(name = "Timelock")
public record TimelockView(
        @Schema(
                        nullable = true,
                        description =
                                "How long the actions wait after the challenge: the author's wish while it is a draft, what"
                                        + " holds from then on.")
                @Nullable Long delaySeconds,
        @Schema(
                        nullable = true,
                        description = "The proposal that must have been carried out before.")
                @Nullable UUID predecessorId,
        @Schema(nullable = true, description = "Until then it is in CHALLENGE.")
                @Nullable Instant challengeEndsAt,
        @Schema(nullable = true, description = "From then on actions are carried out.")
                @Nullable Instant eta,
        @Schema(nullable = true, description = "From then on none is.")
                @Nullable Instant expiresAt) {

    /** The timelock of {@code row}, or null where nothing is planned. */
    static @Nullable TimelockView of(ProposalRow row) {
        Plan plan = row.wording().plan();
        if (plan.isEmpty()) {
            return null;
        }
        Terms terms = row.enactment().terms();
        Timelock lock = row.timeline().timelock();
        return new TimelockView(
                terms == null ? plan.delaySeconds() : Long.valueOf(terms.delaySeconds()),
                plan.predecessorId(),
                lock == null ? null : lock.challengeEndsAt(),
                lock == null ? null : lock.eta(),
                lock == null ? null : lock.expiresAt());
    }
}
