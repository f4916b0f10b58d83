package com.rechain.dao.perf.capacity;

import com.rechain.dao.perf.cli.UsageException;
import java.util.List;

/** What {@code ./dao perf capacity} was asked. */
record CapacityArguments(long users, Mix mix, double growth, int databaseCores) {
    private static final int DATABASE_CORES = 4;

    /**
     * @throws UsageException when they are not understood
     */
    static CapacityArguments of(List<String> arguments) {
        long users = 0;
        Mix mix = Mix.DEFAULT;
        double growth = 1;
        int cores = DATABASE_CORES;
        for (int i = 0; i < arguments.size(); i += 2) {
            String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            switch (arguments.get(i)) {
                case "--users" -> users = (long) positive("--users", value);
                case "--mix" ->
                        mix =
                                Mix.named(value)
                                        .orElseThrow(() ->
                                                new UsageException(
                                                        "There is no mix \"%s\"; there are default, reading and voting."
                                                                .formatted(value)));
                case "--growth" -> growth = positive("--growth", value.replaceFirst("x$", ""));
                case "--database-cores" -> cores = (int) positive("--database-cores", value);
                default ->
                        throw new UsageException(
                                "capacity does not understand %s.".formatted(arguments.get(i)));
            }
        }
        if (users == 0) {
            throw new UsageException("capacity needs --users N.");
        }
        return new CapacityArguments(users, mix, growth, cores);
    }

    private static double positive(String option, String value) {
        try {
            double number = Double.parseDouble(value);
            if (number > 0 && number < 1e12) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new UsageException(
                "%s takes a number above zero, not \"%s\".".formatted(option, value));
    }
}
