package com.rechain.dao.devstack.cli;

import com.rechain.dao.devstack.process.PidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The repository and the folder {@code .dao} in it, where everything a running platform needs is
 * kept.
 */
public record Workplace(Path root) {
    private static final String LAUNCHER = "launcher";
    private static final String PID = ".pid";

    /** The workplace the entry script names. */
    public static Workplace here() {
        return new Workplace(Path.of(System.getProperty("dao.root", "")).toAbsolutePath());
    }

    public Path state() {
        return root.resolve(".dao");
    }

    public Path binaries() {
        return state().resolve("bin");
    }

    public Path logs() {
        return state().resolve("logs");
    }

    /** There once demo data were filled in. */
    public Path demoMarker() {
        return state().resolve("demo-filled-in");
    }

    public PidFile launcher() {
        return pidFile(LAUNCHER);
    }

    /** The running child processes by name. */
    public Map<String, ProcessHandle> children() {
        Map<String, ProcessHandle> children = new LinkedHashMap<>();
        for (String name : names()) {
            pidFile(name).process().ifPresent(process -> children.put(name, process));
        }
        return children;
    }

    public PidFile pidFile(String name) {
        return new PidFile(state().resolve("run").resolve(name + PID));
    }

    private List<String> names() {
        Path folder = state().resolve("run");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(PID))
                    .map(file -> file.substring(0, file.length() - PID.length()))
                    .filter(name -> !name.equals(LAUNCHER))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
