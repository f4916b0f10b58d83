package com.rechain.dao.perf.seed;

import com.rechain.dao.perf.cli.UsageException;
import java.time.Instant;

/**
 * How much is to be seeded.
 *
 * @param largest how many of the votes are cast in one single proposal
 * @param seed what decides everything that the numbers leave open
 * @param at the instant that is now for the seeded data; equal ones give equal data
 */
public record SeedSize(int users, int proposals, long votes, int largest, long seed, Instant at) {
    private static final int FEWEST = 10;
    private static final int MOST_USERS = 5_000_000;
    private static final int MOST_PROPOSALS = 1_000_000;
    private static final long MOST_VOTES = 50_000_000;

    public SeedSize {
        requireWithin("--users", users, FEWEST, MOST_USERS);
        requireWithin("--proposals", proposals, FEWEST, MOST_PROPOSALS);
        requireWithin("--votes", votes, 0, MOST_VOTES);
        requireWithin("--largest", largest, 0, Math.min(users, votes));
    }

    private static void requireWithin(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw new UsageException(
                    "%s takes %,d to %,d here, not %,d.".formatted(option, least, most, value));
        }
    }
}
