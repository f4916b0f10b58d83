package com.rechain.dao.perf.peer;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A program that the bench finds on the machine or does without. */
public enum Tool {
    NGINX("nginx", "apt-get install nginx-light"),
    WRK("wrk", "apt-get install wrk"),
    TASKSET("taskset", "apt-get install util-linux"),
    DOCKER("docker", "https://docs.docker.com/engine/install/");

    private final String program;
    private final String source;

    Tool(String program, String source) {
        this.program = program;
        this.source = source;
    }

    /** Where it is. */
    public Optional<Path> find() {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        for (String folder : path.split(File.pathSeparator, -1)) {
            Path candidate = Path.of(folder, program);
            if (!folder.isEmpty() && Files.isExecutable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /**
     * Where it is.
     *
     * @throws MissingToolException when it is not installed
     */
    public Path require() throws MissingToolException {
        return find().orElseThrow(() ->
                new MissingToolException(program + " is not installed (" + source + ")"));
    }
}
