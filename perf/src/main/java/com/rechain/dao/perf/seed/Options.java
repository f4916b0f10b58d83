package com.rechain.dao.perf.seed;

import com.rechain.dao.perf.cli.UsageException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what the seed command was told. */
final class Options {
    private static final Set<String> KNOWN =
            Set.of("--users", "--proposals", "--votes", "--largest", "--seed", "--at");
    private static final int ONE_IN = 5;

    private final Map<String, String> given;

    private Options(Map<String, String> given) {
        this.given = given;
    }

    /** The sizes that {@code arguments} ask for; a fifth of the votes go to one proposal. */
    static SeedSize read(List<String> arguments, Clock clock) {
        Options options = new Options(pairs(arguments));
        long users = options.required("--users");
        long votes = options.required("--votes");
        long largest = options.number("--largest", Math.min(users, votes / ONE_IN));
        return new SeedSize(
                whole("--users", users),
                whole("--proposals", options.required("--proposals")),
                votes,
                whole("--largest", largest),
                options.number("--seed", 1),
                options.at(clock.instant()));
    }

    private static Map<String, String> pairs(List<String> arguments) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!KNOWN.contains(name)) {
                throw new UsageException(
                        "%s is no option of seed; it takes %s."
                                .formatted(
                                        name, String.join(", ", KNOWN.stream().sorted().toList())));
            }
            if (i + 1 == arguments.size()) {
                throw new UsageException(name + " needs a value.");
            }
            if (pairs.put(name, arguments.get(i + 1)) != null) {
                throw new UsageException(name + " was given twice.");
            }
        }
        return pairs;
    }

    private long required(String name) {
        if (!given.containsKey(name)) {
            throw new UsageException("seed needs %s, a whole number.".formatted(name));
        }
        return number(name, 0);
    }

    private long number(String name, long otherwise) {
        String text = given.get(name);
        try {
            return text == null ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new UsageException("%s takes a whole number, not %s.".formatted(name, text));
        }
    }

    private static int whole(String name, long number) {
        if (number != (int) number) {
            throw new UsageException("%s cannot be %,d.".formatted(name, number));
        }
        return (int) number;
    }

    /** By default today's midnight, so that the seeds of one day are equal. */
    private Instant at(Instant now) {
        String text = given.get("--at");
        try {
            Instant at =
                    text == null
                            ? now.truncatedTo(ChronoUnit.DAYS)
                            : Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
            if (at.isAfter(now) || at.isBefore(now.minus(25, ChronoUnit.DAYS))) {
                throw new UsageException(
                        "--at takes an instant of the last 25 days, not " + at + ".");
            }
            return at;
        } catch (DateTimeException _) {
            throw new UsageException(
                    "--at takes an instant such as 2026-11-20T00:00:00Z, not %s.".formatted(text));
        }
    }
}
