package com.rechain.dao.perf.bench;

import com.rechain.dao.perf.bench.BenchArguments.Comparing;
import com.rechain.dao.perf.bench.BenchArguments.Listing;
import com.rechain.dao.perf.bench.BenchArguments.Measuring;
import com.rechain.dao.perf.bench.result.BenchResult;
import com.rechain.dao.perf.bench.result.Comparison;
import com.rechain.dao.perf.bench.result.MachineFacts;
import com.rechain.dao.perf.bench.result.MarkdownPage;
import com.rechain.dao.perf.bench.result.ResultFile;
import com.rechain.dao.perf.bench.result.RowResult;
import com.rechain.dao.perf.bench.trial.Row;
import com.rechain.dao.perf.bench.trial.Trial;
import com.rechain.dao.perf.cli.Revision;
import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.measure.Profiler;
import com.rechain.dao.perf.peer.MissingToolException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * {@code ./dao bench}: measures rows, each next to the peer it names, prints a table and keeps the
 * results. Exits with 0 when everything asked for was measured, whatever the verdicts, 1 when a row
 * broke off, and 2 when it was not understood.
 */
public final class Bench {
    private static final int NOT_UNDERSTOOD = 2;
    private static final int COMMIT_DIGITS = 9;

    private final Path root;
    private final Clock clock;

    private Bench(Path root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(System.getProperty("dao.root", "")).toAbsolutePath();
        try {
            System.exit(new Bench(root, Clock.systemUTC()).run(List.of(arguments)));
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            System.exit(NOT_UNDERSTOOD);
        }
    }

    private int run(List<String> arguments) throws IOException {
        return switch (BenchArguments.parse(arguments)) {
            case Listing() -> {
                System.out.print(Rows.table());
                yield 0;
            }
            case Comparing(Path base, Path candidate) -> compare(base, candidate);
            case Measuring measuring -> measure(measuring);
        };
    }

    private static int compare(Path base, Path candidate) {
        BenchResult from = ResultFile.read(base);
        BenchResult to = ResultFile.read(candidate);
        Comparison comparison = Comparison.of(from, to);
        if (comparison.lines().isEmpty()) {
            throw new UsageException("The two have measured nothing in common.");
        }
        System.out.printf("base %s of %s%n", from.commit(), from.at());
        System.out.printf("candidate %s of %s%n%n", to.commit(), to.at());
        if (!from.machine().equals(to.machine())) {
            System.out.printf(
                    "Measured on two machines, so only ratios to a peer compare:%n  %s%n  %s%n%n",
                    from.machine(), to.machine());
        }
        System.out.print(comparison.table());
        return comparison.anyWorse() ? 1 : 0;
    }

    private int measure(Measuring asked) throws IOException {
        List<Row> rows = Rows.named(asked.rows());
        Instant began = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String revision = Revision.of(root, COMMIT_DIGITS);
        String commit = revision.isEmpty() ? "unknown" : revision;
        Path folder = folder(began, commit);
        List<RowResult> results = new ArrayList<>();
        boolean broken = false;
        BenchResult result = null;
        for (Row row : rows) {
            broken |= !measure(row, asked, folder, results);
            // After each row: what was measured stays, whatever becomes of the next.
            result =
                    new BenchResult(
                            BenchResult.FORMAT,
                            began.toString(),
                            commit,
                            MachineFacts.here(),
                            results);
            ResultFile.write(folder, result);
        }
        System.out.println();
        System.out.print(MarkdownPage.table(Objects.requireNonNull(result)));
        System.out.println("\nAll of it is in " + root.relativize(folder));
        return broken ? 1 : 0;
    }

    /** Whether the row came to its end. */
    private boolean measure(Row row, Measuring asked, Path folder, List<RowResult> results) {
        String name = row.declaration().name();
        System.out.println(name);
        try (Trial trial =
                new Trial(root, row.declaration(), asked.rounds(), observer(asked, folder, name))) {
            boolean whole = measure(row, trial);
            results.add(trial.result());
            return whole;
        }
    }

    private static boolean measure(Row row, Trial trial) {
        try {
            row.measure(trial);
            trial.findings().missing("the row did not measure it");
            return true;
        } catch (MissingToolException e) {
            System.out.println("  not measured: " + e.sentence());
            trial.findings().missing(e.sentence());
            return true;
        } catch (Exception e) {
            System.err.println("  broke off: " + e);
            trial.findings().missing("the row broke off: " + e.getMessage());
            return false;
        }
    }

    private static Trial.Observer observer(Measuring asked, Path folder, String row) {
        return asked.profile() ? pids -> Profiler.start(pids, folder, row) : _ -> () -> {};
    }

    private Path folder(Instant began, String commit) {
        String time = began.toString().replace(":", "").replace("-", "");
        return root.resolve("perf/results").resolve(time + "-" + commit);
    }
}
