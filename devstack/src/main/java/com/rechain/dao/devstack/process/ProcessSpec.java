package com.rechain.dao.devstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to run one child process.
 *
 * @param name what people call it; also the name of its log and pid file
 * @param command program and arguments
 * @param environment variables added to the launcher's own
 * @param home folder it works in
 * @param state folder that gets {@code logs/} and {@code run/}
 */
public record ProcessSpec(
        String name, List<String> command, Map<String, String> environment, Path home, Path state) {

    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    Path logFile() {
        return state.resolve("logs").resolve(name + ".log");
    }

    Path pidFile() {
        return state.resolve("run").resolve(name + ".pid");
    }
}
