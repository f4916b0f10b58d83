package com.rechain.dao.devstack.cli;

import com.rechain.dao.devstack.process.LogFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a process wrote; of a service with several instances, all of them. */
@Command(name = "logs", description = "Shows what a service or backing server wrote.")
final class LogsCommand implements Callable<Integer> {
    private static final String LOG = ".log";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(
            paramLabel = "<service>",
            description = "For example voting-service, voting-service-2 or kafka.")
    private String name = "";

    @Option(names = "-f", description = "Goes on with what comes.")
    private boolean follow;

    @Option(
            names = "-n",
            paramLabel = "<lines>",
            description = "How many of the last lines (${DEFAULT-VALUE}).")
    private int lines = 200;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine().getOut());
        List<Path> files = matching(logFiles(Workplace.here().logs()));
        for (Path file : files) {
            if (files.size() > 1) {
                console.say("==> " + nameOf(file));
            }
            new LogFile(file).tail(lines).forEach(console::say);
        }
        if (follow) {
            new LogFollower(files, console).run();
        }
        return 0;
    }

    private List<Path> matching(List<Path> all) {
        List<Path> files =
                all.stream()
                        .filter(file -> nameOf(file).matches("\\Q" + name + "\\E(-\\d+)?"))
                        .toList();
        if (files.isEmpty()) {
            String known = String.join(", ", all.stream().map(LogsCommand::nameOf).toList());
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no log of %s; there is: %s."
                            .formatted(name, known.isEmpty() ? "none yet" : known));
        }
        return files;
    }

    private static List<Path> logFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(LOG)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - LOG.length());
    }
}
