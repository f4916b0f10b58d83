package com.rechain.dao.proposal.proposal;

import java.time.Instant;
import java.util.List;

/** {@link ProposalState#at} as a condition on the table {@code proposal}, for lists. */
public record StatePredicate(String sql, List<Object> parameters) {
    private static final String RUNNING = "p.status = 'PUBLISHED' AND p.outcome IS NULL";
    private static final String DECIDED = "p.status = 'CONCLUDED' AND p.outcome = ?";

    /**
     * The condition that holds for exactly the rows whose state at {@code now} is {@code state}.
     */
    public static StatePredicate of(ProposalState state, Instant now) {
        return switch (state) {
            case DRAFT, SIGNING, CANCELED, EXECUTED -> of("p.status = ?", state.name());
            case HELD -> of("p.status = 'PUBLISHED' AND p.outcome = 'HELD'");
            case COMPLETED -> of(DECIDED, ProposalOutcome.SUCCEEDED.name());
            case DEFEATED, NO_QUORUM, TIED, SURVEY_DONE -> of(DECIDED, state.name());
            case VETOED -> of("(p.status = 'VETOED' OR " + DECIDED + ")", state.name());
            case CHALLENGE ->
                    of(
                            "p.status IN ('TIMELOCKED', 'FALTERED') AND p.challenge_ends_at > ? AND p.expires_at > ?",
                            now,
                            now);
            case QUEUED ->
                    of(
                            "p.status = 'TIMELOCKED' AND p.challenge_ends_at <= ? AND p.expires_at > ?",
                            now,
                            now);
            case EXECUTED_WITH_ERRORS ->
                    of(
                            "p.status = 'FALTERED' AND p.challenge_ends_at <= ? AND p.expires_at > ?",
                            now,
                            now);
            case EXPIRED -> of("p.status IN ('TIMELOCKED', 'FALTERED') AND p.expires_at <= ?", now);
            case TALLYING -> of(RUNNING + " AND p.ends_at <= ?", now);
            case ACTIVE ->
                    of(
                            RUNNING
                                    + " AND p.ends_at > ? AND p.starts_at <= ? AND"
                                    + " p.electorate_ready_at <= ?",
                            now,
                            now,
                            now);
            case PENDING ->
                    of(
                            RUNNING
                                    + " AND p.ends_at > ? AND (p.starts_at > ? OR"
                                    + " p.electorate_ready_at IS NULL OR p.electorate_ready_at >"
                                    + " ?)",
                            now,
                            now,
                            now);
        };
    }

    private static StatePredicate of(String sql, Object... parameters) {
        return new StatePredicate(sql, List.of(parameters));
    }
}
