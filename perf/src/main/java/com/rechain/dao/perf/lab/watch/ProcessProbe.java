package com.rechain.dao.perf.lab.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Processor ticks, memory and disk of each process of the platform, and of the load's own. */
final class ProcessProbe implements Probe {
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final int THREADS = 17;
    private static final int RESIDENT_PAGES = 21;
    private static final int PAGE_BYTES = 4096;

    private final Map<String, Long> watched = new ConcurrentHashMap<>();

    ProcessProbe(Map<String, Long> processes) {
        watched.putAll(processes);
        watched.put("lab", ProcessHandle.current().pid());
    }

    /** From now on {@code pid} too. */
    void watch(String name, long pid) {
        watched.put(name, pid);
    }

    @Override
    public void into(ObjectNode second) {
        ObjectNode processes = second.putObject("processes");
        for (Map.Entry<String, Long> process : new LinkedHashMap<>(watched).entrySet()) {
            try {
                look(processes, process.getKey(), process.getValue());
            } catch (IOException _) {
                // It has ended.
            }
        }
    }

    private static void look(ObjectNode processes, String name, long pid) throws IOException {
        Path folder = Path.of("/proc", Long.toString(pid));
        String stat = Files.readString(folder.resolve("stat"));
        // The program's name, which may hold anything, stands in brackets before the rest.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        ObjectNode process = processes.putObject(name);
        process.put(
                "ticks", Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]));
        process.put("threads", Long.parseLong(fields[THREADS]));
        process.put("residentBytes", Long.parseLong(fields[RESIDENT_PAGES]) * PAGE_BYTES);
    }
}
