package com.rechain.dao.devstack.cli;

import com.rechain.dao.devstack.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Throws away everything a platform on this machine has stored. */
@Command(name = "reset", description = "Deletes all data of the stopped platform.")
final class ResetCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Override
    public Integer call() {
        Workplace workplace = Workplace.here();
        if (workplace.launcher().process().isPresent() || !workplace.children().isEmpty()) {
            throw new LaunchException("REChain DAO is running; stop it with ./dao down first.");
        }
        delete(workplace.state());
        new Console(spec.commandLine().getOut()).say("All data are gone.");
        return 0;
    }

    private static void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new LaunchException(
                    "%s could not be deleted: %s".formatted(folder, e.getMessage()), e);
        }
    }
}
