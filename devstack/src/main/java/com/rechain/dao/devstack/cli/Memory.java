package com.rechain.dao.devstack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much memory a process holds, as Linux tells it. */
final class Memory {

    private Memory() {}

    static long residentMebibytes(ProcessHandle process) {
        try {
            return parse(
                    Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")));
        } catch (IOException _) {
            // It ended this instant, or this is no Linux.
            return 0;
        }
    }

    static long parse(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
