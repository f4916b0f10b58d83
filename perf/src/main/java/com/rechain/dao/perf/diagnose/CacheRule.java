package com.rechain.dao.perf.diagnose;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cache in the process that hits a good deal less often than when healthy. Three ways lead there
 * and show differently: a cache that is <em>off</em> keeps nothing, so its size stays next to zero
 * while the tier behind it still answers; with a <em>TTL</em> that is too short both tiers forget,
 * so most reads are loads from first to last; a <em>cold</em> one loads in the beginning and hits
 * later.
 */
final class CacheRule implements Rule {
    /** Fewer reads a second than this say nothing about a cache. */
    private static final double LEAST_READS = 5;

    private static final double LOST = 0.3;
    private static final double MOSTLY = 0.4;
    private static final double EARLY_LOST = 0.1;
    private static final double DEVIATIONS = 3;
    private static final double USUALLY_KEPT = 0.5;

    @Override
    public Stream<Finding> look(Sight sight) {
        return sight.run().between("", ".gets").stream()
                .filter(cache -> sight.now(cache + ".gets") >= LEAST_READS)
                .filter(cache -> sight.healthy().has(cache + ".hit"))
                .flatMap(cache ->
                        cause(sight, cache).map(found -> finding(sight, cache, found)).stream());
    }

    private static Optional<Cause> cause(Sight sight, String cache) {
        double hit = sight.now(cache + ".hit");
        double expected = sight.healthy(cache + ".hit");
        double late = sight.now(cache + ".kept_late");
        double early = sight.now(cache + ".kept_early");
        if (expected - hit >= LOST && sight.now(cache + ".loaded") >= MOSTLY) {
            return Optional.of(Cause.CACHE_TTL);
        }
        if (expected - hit >= LOST && expected >= LOST && late - early < EARLY_LOST) {
            return Optional.of(Cause.CACHE_OFF);
        }
        // What lives for less than a second, as tallies do, is never warm.
        boolean isUsuallyKept = sight.healthy(cache + ".kept_late") >= USUALLY_KEPT;
        return isUsuallyKept && late - early >= leastRise(sight, cache)
                ? Optional.of(Cause.CACHE_COLD)
                : Optional.empty();
    }

    /**
     * A tenth; more where a healthy run begins low too, or where so few reads were made in a third
     * of the run that chance does as much: three standard deviations of the difference of two
     * shares.
     */
    private static double leastRise(Sight sight, String cache) {
        double reads = Math.max(1, sight.now(cache + ".gets") * sight.now("seconds") / 3);
        double kept = (sight.now(cache + ".kept_early") + sight.now(cache + ".kept_late")) / 2;
        double chance = DEVIATIONS * Math.sqrt(2 * kept * (1 - kept) / reads);
        double usual = sight.healthy(cache + ".kept_late") - sight.healthy(cache + ".kept_early");
        return Math.max(EARLY_LOST, Math.max(chance, 2 * usual));
    }

    private static Finding finding(Sight sight, String cache, Cause cause) {
        double lost =
                Math.max(sight.healthy(cache + ".hit") - sight.now(cache + ".hit"), EARLY_LOST);
        return new Finding(
                cause,
                cache,
                lost / EARLY_LOST * Math.sqrt(sight.now(cache + ".gets") / LEAST_READS),
                List.of(
                        sight.told(
                                "reads of " + cache + " that the process could answer",
                                cache + ".hit",
                                ""),
                        sight.told(
                                "reads that became a load from the database",
                                cache + ".loaded",
                                ""),
                        sight.told(
                                "answered without a load in the first third",
                                cache + ".kept_early",
                                ""),
                        sight.told("in the last third", cache + ".kept_late", ""),
                        sight.told("most entries kept in the process", cache + ".size", "")));
    }
}
