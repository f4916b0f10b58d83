package com.rechain.dao.perf.diagnose;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.perf.cli.Command;
import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.observe.Evidence;
import com.rechain.dao.perf.observe.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ./dao perf diagnose RUN [--healthy RUN] [--json]}: names the bottleneck of a run. */
public final class DiagnoseCommand implements Command {
    private static final String HEALTHY_FILE = "healthy.json";

    @Override
    public String usage() {
        return "RUN [--healthy RUN] [--json]   names the bottleneck of a run from its own"
                + " telemetry";
    }

    @Override
    public int run(Path root, List<String> arguments) throws IOException {
        Arguments given = Arguments.of(arguments);
        Figures run = figures(given.run());
        Figures healthy = given.healthy() == null ? near(given.run()) : figures(given.healthy());
        Diagnosis diagnosis = Diagnosis.of(run, healthy);
        ObjectMapper json = new ObjectMapper();
        String text =
                json.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(DiagnosisJson.of(diagnosis));
        Files.writeString(given.run().resolve("diagnosis.json"), text);
        System.out.println(given.asJson() ? text : DiagnosisText.of(diagnosis));
        if (healthy == Figures.NONE && !given.asJson()) {
            System.out.println(
                    "No healthy run to compare with (--healthy RUN): CPU, allocation, statements,"
                            + " caches and network were not judged.");
        }
        return 0;
    }

    /** The figures of the run in a folder. */
    public static Figures figures(Path run) throws IOException {
        return FigureSheet.of(new Evidence(Timeline.read(run)));
    }

    /** What was recorded as healthy with the run, or beside it. */
    private static Figures near(Path run) {
        Path beside = run.toAbsolutePath().getParent();
        for (Path folder : beside == null ? List.of(run) : List.of(run, beside)) {
            if (Files.isRegularFile(folder.resolve(HEALTHY_FILE))) {
                return Figures.read(folder.resolve(HEALTHY_FILE));
            }
        }
        return Figures.NONE;
    }

    private record Arguments(Path run, @Nullable Path healthy, boolean asJson) {
        static Arguments of(List<String> arguments) {
            Path run = null;
            Path healthy = null;
            boolean asJson = false;
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                if (argument.equals("--json")) {
                    asJson = true;
                } else if (argument.equals("--healthy") && i + 1 < arguments.size()) {
                    healthy = Path.of(arguments.get(++i));
                } else if (run == null && !argument.startsWith("--")) {
                    run = Path.of(argument);
                } else {
                    throw new UsageException(
                            "diagnose does not understand %s.".formatted(argument));
                }
            }
            if (run == null) {
                throw new UsageException("diagnose takes the folder of a run.");
            }
            return new Arguments(run, healthy, asJson);
        }
    }
}
