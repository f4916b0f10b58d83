package com.rechain.dao.perf.cli;

import com.rechain.dao.perf.capacity.CapacityCommand;
import com.rechain.dao.perf.diagnose.DiagnoseCommand;
import com.rechain.dao.perf.plant.PlantCommand;
import com.rechain.dao.perf.seed.CheckCommand;
import com.rechain.dao.perf.seed.SeedCommand;
import com.rechain.dao.perf.verify.VerifyCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code ./dao perf <command> …}: exits with 0, 1 or, when not understood, 2. */
public final class Perf {
    private static final int NOT_UNDERSTOOD = 2;

    private final SortedMap<String, Command> commands = new TreeMap<>();

    private Perf() {
        commands.put("seed", new SeedCommand());
        commands.put("check", new CheckCommand());
        commands.put("capacity", new CapacityCommand());
        commands.put("diagnose", new DiagnoseCommand());
        commands.put("plant", new PlantCommand());
        commands.put("verify", new VerifyCommand());
    }

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(System.getProperty("dao.root", "")).toAbsolutePath();
        System.exit(new Perf().run(root, List.of(arguments)));
    }

    int run(Path root, List<String> arguments) throws Exception {
        Command command = arguments.isEmpty() ? null : commands.get(arguments.getFirst());
        if (command == null) {
            System.err.println(usage());
            return NOT_UNDERSTOOD;
        }
        try {
            return command.run(root, arguments.subList(1, arguments.size()));
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            return NOT_UNDERSTOOD;
        }
    }

    private String usage() {
        StringBuilder lines = new StringBuilder("./dao perf takes one of:");
        commands.forEach((name, command) ->
                lines.append("\n  ").append(name).append(' ').append(command.usage()));
        return lines.toString();
    }
}
