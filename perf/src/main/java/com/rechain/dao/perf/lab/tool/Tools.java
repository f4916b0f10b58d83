package com.rechain.dao.perf.lab.tool;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All load tools of the lab, by name. */
public final class Tools {
    private final List<LoadTool> all;

    /**
     * @param root the repository, with the scripts in {@code perf/}
     */
    public Tools(Path root, Map<String, String> variables) {
        all = List.of(new K6(root, variables), new Artillery(root, variables), new Jmeter(root));
    }

    public List<LoadTool> all() {
        return all;
    }

    public Optional<LoadTool> named(String name) {
        return all.stream().filter(tool -> tool.name().equals(name)).findFirst();
    }

    /** A program on the path, or in one of {@code folders}. */
    static Optional<Path> find(String program, Map<String, String> variables, Path... folders) {
        String path = variables.getOrDefault("PATH", "");
        return Stream.concat(
                        Stream.of(path.split(File.pathSeparator, -1))
                                .filter(folder -> !folder.isEmpty())
                                .map(Path::of),
                        Stream.of(folders))
                .map(folder -> folder.resolve(program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
