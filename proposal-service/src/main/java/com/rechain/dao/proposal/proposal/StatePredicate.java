package com.rechain.dao.proposal.proposal;

import java.time.Instant;
import java.util.List;

/** {@link ProposalState#at} as a condition on the table {@code proposal}, for lists. */
public record StatePredicate(String sql, List<Object> parameters) {
    private static final String RUNNING = "p.status = 'PUBLISHED' AND p.outcome IS NULL";

    /**
     * The condition that holds for exactly the rows whose state at {@code now} is {@code state}.
     */
    public static StatePredicate of(ProposalState state, Instant now) {
        return switch (state) {
            case DRAFT, CANCELED -> new StatePredicate("p.status = ?", List.of(state.name()));
            case HELD ->
                    new StatePredicate("p.status = 'PUBLISHED' AND p.outcome = 'HELD'", List.of());
            case SUCCEEDED, DEFEATED, NO_QUORUM, TIED ->
                    new StatePredicate(
                            "p.status = 'CONCLUDED' AND p.outcome = ?", List.of(state.name()));
            case TALLYING -> new StatePredicate(RUNNING + " AND p.ends_at <= ?", List.of(now));
            case ACTIVE ->
                    new StatePredicate(
                            RUNNING
                                    + " AND p.ends_at > ? AND p.starts_at <= ? AND"
                                    + " p.electorate_ready_at <= ?",
                            List.of(now, now, now));
            case PENDING ->
                    new StatePredicate(
                            RUNNING
                                    + " AND p.ends_at > ? AND (p.starts_at > ? OR"
                                    + " p.electorate_ready_at IS NULL OR p.electorate_ready_at >"
                                    + " ?)",
                            List.of(now, now, now));
        };
    }
}
