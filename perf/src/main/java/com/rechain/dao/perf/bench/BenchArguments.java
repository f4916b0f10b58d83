package com.rechain.dao.perf.bench;

import com.rechain.dao.perf.cli.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What {@code ./dao bench} was asked for. */
sealed interface BenchArguments {
    String USAGE =
            """
            ./dao bench [<row>...] [--rounds <n>] [--profile]   measures these rows, or all
            ./dao bench --list                                  says what rows there are, and their goals
            ./dao bench --compare <base> <candidate>            compares two folders of results; exits with 1 when anything is worse\
            """;
    int ROUNDS = 3;
    int MOST_ROUNDS = 100;

    /** To say what can be measured. */
    record Listing() implements BenchArguments {}

    /** To compare two results. */
    record Comparing(Path base, Path candidate) implements BenchArguments {}

    /** To measure these rows; all when none is named. */
    record Measuring(List<String> rows, int rounds, boolean profile) implements BenchArguments {
        public Measuring {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Understands the command line.
     *
     * @throws UsageException when that is not possible
     */
    static BenchArguments parse(List<String> arguments) {
        if (arguments.contains("--list")) {
            return arguments.size() == 1 ? new Listing() : fail("--list goes alone.");
        }
        if (arguments.contains("--compare")) {
            return arguments.size() == 3 && arguments.getFirst().equals("--compare")
                    ? new Comparing(Path.of(arguments.get(1)), Path.of(arguments.get(2)))
                    : fail("--compare takes two folders of results.");
        }
        return measuring(arguments.iterator());
    }

    private static Measuring measuring(Iterator<String> words) {
        List<String> rows = new ArrayList<>();
        int rounds = ROUNDS;
        boolean profile = false;
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--rounds" -> rounds = rounds(words.hasNext() ? words.next() : "");
                case "--profile" -> profile = true;
                default ->
                        rows.add(word.startsWith("-") ? fail("There is no " + word + ".") : word);
            }
        }
        return new Measuring(rows, rounds, profile);
    }

    private static int rounds(String text) {
        if (!text.matches("[0-9]{1,3}")
                || text.matches("0+")
                || Integer.parseInt(text) > MOST_ROUNDS) {
            return fail(
                    "--rounds takes a number from 1 to " + MOST_ROUNDS + ", not '" + text + "'.");
        }
        return Integer.parseInt(text);
    }

    private static <T> T fail(String message) {
        throw new UsageException(message + "\n" + USAGE);
    }
}
