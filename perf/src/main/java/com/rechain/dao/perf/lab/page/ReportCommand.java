package com.rechain.dao.perf.lab.page;

import com.rechain.dao.perf.cli.Command;
import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.diagnose.DiagnoseCommand;
import com.rechain.dao.perf.lab.result.Observations;
import com.rechain.dao.perf.lab.result.Resources;
import com.rechain.dao.perf.lab.result.RunFolder;
import com.rechain.dao.perf.lab.result.RunSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./dao perf report}: writes the page of a run, or of a run next to an earlier one of the
 * same cell; with a budget it fails when the later run is worse by more.
 */
public final class ReportCommand implements Command {
    private static final String BUDGET = "--budget";

    @Override
    public String usage() {
        return "RUN [OTHER] [" + BUDGET + " PERCENT]   (a folder in perf/results, or its name)";
    }

    @Override
    public int run(Path root, List<String> arguments) throws Exception {
        List<String> runs = new ArrayList<>(arguments);
        double budget = budget(runs);
        if (runs.isEmpty() || runs.size() > 2) {
            throw new UsageException("report takes one run, or an earlier and a later one.");
        }
        RunFolder folder = folder(root, runs.getLast());
        RunFolder earlier = runs.size() == 2 ? folder(root, runs.getFirst()) : null;
        Path page = write(folder, earlier);
        System.out.println(page);
        return earlier == null || withinBudget(earlier.summary(), folder.summary(), budget) ? 0 : 1;
    }

    /** Writes the page of a run into its folder. */
    public static Path write(RunFolder folder, @Nullable RunFolder earlier) throws Exception {
        RunSummary summary = folder.summary();
        Observations seen = folder.observations(summary);
        Charts.Seen before = null;
        if (earlier != null) {
            before = seen(earlier);
            if (!before.summary().cell().name().equals(summary.cell().name())) {
                throw new UsageException(
                        "%s and %s are different tests."
                                .formatted(before.summary().cell().name(), summary.cell().name()));
            }
        }
        Charts.Seen run = new Charts.Seen(summary, folder.load(summary), new Resources(seen));
        Path page =
                earlier == null
                        ? folder.report()
                        : folder.path()
                                .resolve(
                                        "report-against-%s.html"
                                                .formatted(earlier.path().getFileName()));
        return Files.writeString(
                page,
                new RunPage(run, seen, before, DiagnoseCommand.diagnosis(folder.path())).html());
    }

    private static Charts.Seen seen(RunFolder folder) {
        RunSummary summary = folder.summary();
        return new Charts.Seen(
                summary, folder.load(summary), new Resources(folder.observations(summary)));
    }

    private static boolean withinBudget(RunSummary before, RunSummary now, double budget) {
        List<Comparison.Row> worse = Comparison.of(before, now).worseThan(budget);
        for (Comparison.Row row : worse) {
            System.out.printf(
                    Locale.ROOT,
                    "%s went from %.2f to %.2f%s, which is %.0f %% worse than a budget of %.0f %%"
                            + " allows.%n",
                    row.name(),
                    row.before(),
                    row.now(),
                    row.unit(),
                    row.worsePercent(),
                    budget);
        }
        return worse.isEmpty() && now.passed();
    }

    private static double budget(List<String> arguments) {
        int at = arguments.indexOf(BUDGET);
        if (at < 0) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            double percent = Double.parseDouble(arguments.get(at + 1));
            arguments.subList(at, at + 2).clear();
            return percent;
        } catch (NumberFormatException | IndexOutOfBoundsException _) {
            throw new UsageException(BUDGET + " takes a number of percent.");
        }
    }

    private static RunFolder folder(Path root, String name) {
        Path results = root.resolve("perf").resolve("results");
        Path path = Files.isDirectory(Path.of(name)) ? Path.of(name) : results.resolve(name);
        if (!Files.isDirectory(path)) {
            throw new UsageException("There is no run %s in %s.".formatted(name, results));
        }
        return new RunFolder(path.toAbsolutePath().normalize());
    }
}
