package com.rechain.dao.perf.verify;

import com.rechain.dao.perf.cli.Command;
import com.rechain.dao.perf.cli.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./dao perf verify BASE CANDIDATE}: whether the candidate is better, for two folders of
 * runs that were made in turns. Exits with 0 when it is, 1 when it is worse, 3 when nobody can
 * tell.
 */
public final class VerifyCommand implements Command {

    @Override
    public String usage() {
        return "BASE CANDIDATE   tells whether the runs of the second folder are better: exits 0"
                + " improved, 1 worse, 3 cannot tell";
    }

    @Override
    public int run(Path root, List<String> arguments) throws IOException {
        if (arguments.size() != 2) {
            throw new UsageException("verify takes two folders of runs: BASE CANDIDATE.");
        }
        Pairs pairs =
                Pairs.of(
                        RunSet.read(Path.of(arguments.getFirst())),
                        RunSet.read(Path.of(arguments.getLast())));
        if (pairs.commonFigures().isEmpty()) {
            throw new UsageException("The runs have no figure in common.");
        }
        Comparison comparison = Comparison.of(pairs);
        System.out.print(text(comparison));
        return comparison.verdict().exitCode();
    }

    private static String text(Comparison comparison) {
        StringBuilder text =
                new StringBuilder(
                        "| figure | base | candidate | candidate : base | 95 %% interval | |%n|---|---|---|---|---|---|%n"
                                .formatted());
        for (Comparison.Line line : comparison.lines()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "| %s, %s | %.2f | %.2f | %.3f | %.3f to %.3f | %s |%n",
                            line.figure().title(),
                            line.figure().unit(),
                            line.base(),
                            line.candidate(),
                            line.shown().ratio(),
                            line.shown().low(),
                            line.shown().high(),
                            line.verdict().text()));
        }
        return text.append(
                        "%s, by %d pairs of runs and %,d resamples%n"
                                .formatted(
                                        comparison.verdict().text(),
                                        comparison.pairs(),
                                        Bootstrap.RESAMPLES))
                .toString();
    }
}
