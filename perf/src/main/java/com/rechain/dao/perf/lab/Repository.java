package com.rechain.dao.perf.lab;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a run says of where it comes from. */
final class Repository {
    private Repository() {}

    /** The commit that is checked out, with a plus when something is changed; empty without git. */
    static String commit() {
        String commit = git("rev-parse", "--short=12", "HEAD");
        return commit.isEmpty() || git("status", "--porcelain", "-uno").isEmpty()
                ? commit
                : commit + "+";
    }

    static long memoryBytes() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
    }

    private static String git(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(Path.of(System.getProperty("dao.root", ".")).toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String answer =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? answer.strip() : "";
        } catch (IOException _) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
