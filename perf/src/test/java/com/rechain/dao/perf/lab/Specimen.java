package com.rechain.dao.perf.lab;

import com.rechain.dao.perf.lab.reconcile.Reconciliation;
import com.rechain.dao.perf.lab.request.Requests;
import com.rechain.dao.perf.lab.result.RunFolder;
import com.rechain.dao.perf.lab.result.RunSummary;
import com.rechain.dao.perf.lab.scenario.Cell;
import com.rechain.dao.perf.lab.scenario.Scale;
import com.rechain.dao.perf.lab.scenario.Scenario;
import com.rechain.dao.perf.lab.scenario.Scenarios;
import com.rechain.dao.perf.lab.scenario.TestType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A small finished run of baseline/voting, written the way a real one is. */
public final class Specimen {
    private static final long BEGIN = 1_800_000_000_000L;

    private final Scenarios scenarios = Scenarios.read(Path.of("scenarios.yaml"));
    private final Cell cell = scenarios.cell(TestType.BASELINE, Scenario.VOTING, Scale.CI);
    private final RunFolder folder;

    public Specimen(Path path) throws IOException {
        folder = new RunFolder(Files.createDirectories(path));
    }

    public RunFolder folder() {
        return folder;
    }

    /** Writes a run whose requests took {@code millis} each. */
    public RunSummary write(int votes, int millis, long dropped, Reconciliation reconciliation)
            throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int n = 0; n < votes; n++) {
            lines.append(
                    "%d\t%d\t201\tvote\tp/v%d\tk%d\t1%n"
                            .formatted(BEGIN + n * 1900L / votes, millis * 1000, n, n));
        }
        Path log = Files.createTempFile("requests", ".tsv");
        Requests requests = Requests.read(Files.writeString(log, lines.toString()));
        Files.delete(log);
        folder.write(requests);
        folder.write(reconciliation);
        Files.writeString(folder.timeline(), second(0) + second(1) + second(2));
        RunSummary summary =
                new Summing(scenarios, cell, folder)
                        .sum(
                                "k6",
                                Instant.ofEpochMilli(BEGIN),
                                requests,
                                dropped,
                                reconciliation,
                                List.of());
        folder.write(summary);
        return summary;
    }

    /** A run like most: all sent, all there. */
    public RunSummary writeGood(int millis) throws IOException {
        return write(40, millis, 0, new Reconciliation(Map.of("ballots", 40L), List.of(), 0));
    }

    private static String second(int second) {
        return """
        {"at":%d,"machine":{"ticks":%d,"busyTicks":%d,"memoryBytes":1000,"memoryUsedBytes":400,"diskBusyMillis":%d},"processes":{"gateway-1":{"ticks":%d,"residentBytes":200000000}},"services":{"voting-service-1":{"agroal_active_count{datasource=\\"default\\"}":3.0,"agroal_available_count{datasource=\\"default\\"}":1.0,"http_server_requests_seconds_count{method=\\"PUT\\",uri=\\"/ballot\\"}":%d,"http_server_requests_seconds_sum{method=\\"PUT\\",uri=\\"/ballot\\"}":%d}},"database":{"Threads_connected":12,"Questions":%d}}
        """
                .formatted(
                        BEGIN + second * 1000L,
                        second * 200,
                        second * 50,
                        second * 100,
                        second * 30,
                        second * 20,
                        second,
                        second * 100);
    }
}
