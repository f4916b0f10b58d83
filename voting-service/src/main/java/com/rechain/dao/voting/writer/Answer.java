package com.rechain.dao.voting.writer;

/**
 * An outcome and the instant that a later read must show to see it.
 *
 * @param freshness microseconds on the primary's clock after the commit; 0 where nothing was
 *     committed
 */
public record Answer(CastOutcome outcome, long freshness) {
    static Answer of(CastOutcome outcome) {
        return new Answer(outcome, 0);
    }
}
