package com.rechain.dao.proposal.proposal;

import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.proposal.ProposalConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The half-open time {@code [start, end)} in which votes count, held to its limits. */
public record VotingWindow(Instant start, Instant end) {

    /** The window of a proposal that were published at {@code now}. */
    public static VotingWindow at(Instant now, @Nullable Instant startsAt, Instant endsAt) {
        return new VotingWindow(startsAt == null ? now : startsAt, endsAt);
    }

    /** The rules this window breaks if the proposal is published at {@code now}. */
    public List<FieldError> errors(Instant now, ProposalConfig limits) {
        List<FieldError> errors = new ArrayList<>();
        if (start.isBefore(now)) {
            errors.add(new FieldError("startsAt", "future", "The start must not be past."));
        }
        if (start.isAfter(now.plus(limits.maxLeadTime()))) {
            errors.add(
                    new FieldError(
                            "startsAt",
                            "lead-time",
                            "The start may be at most " + limits.maxLeadTime() + " ahead."));
        }
        Duration period = Duration.between(start, end);
        if (period.compareTo(limits.minVotingPeriod()) < 0
                || period.compareTo(limits.maxVotingPeriod()) > 0) {
            errors.add(
                    new FieldError(
                            "endsAt",
                            "voting-period",
                            "The vote must last "
                                    + limits.minVotingPeriod()
                                    + " to "
                                    + limits.maxVotingPeriod()
                                    + "."));
        }
        return errors;
    }
}
