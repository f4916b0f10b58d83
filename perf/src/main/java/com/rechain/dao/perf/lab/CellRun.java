package com.rechain.dao.perf.lab;

import com.rechain.dao.perf.lab.community.Community;
import com.rechain.dao.perf.lab.reconcile.DatabaseLedger;
import com.rechain.dao.perf.lab.reconcile.EventLog;
import com.rechain.dao.perf.lab.reconcile.Reconciler;
import com.rechain.dao.perf.lab.reconcile.Reconciliation;
import com.rechain.dao.perf.lab.request.Requests;
import com.rechain.dao.perf.lab.result.RunFolder;
import com.rechain.dao.perf.lab.result.RunSummary;
import com.rechain.dao.perf.lab.scenario.Cell;
import com.rechain.dao.perf.lab.scenario.Scenarios;
import com.rechain.dao.perf.lab.tool.Job;
import com.rechain.dao.perf.lab.tool.LoadTool;
import com.rechain.dao.perf.observe.Digests;
import com.rechain.dao.perf.observe.Observer;
import com.rechain.dao.perf.platform.Platform;
import com.rechain.dao.perf.platform.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** One cell by one tool: load, observation, reconciliation, and the folder they go to. */
final class CellRun {
    private static final long TOOL_START_SECONDS = 60;

    private final Platform platform;
    private final Scenarios scenarios;
    private final LoadTool tool;
    private final Cell cell;
    private final Job job;
    private final RunFolder folder;

    CellRun(
            Platform platform,
            Scenarios scenarios,
            LoadTool tool,
            Cell cell,
            Job job,
            RunFolder folder) {
        this.platform = platform;
        this.scenarios = scenarios;
        this.tool = tool;
        this.cell = cell;
        this.job = job;
        this.folder = folder;
    }

    /** What a script is told of {@code cell}. */
    static Job job(
            Platform platform,
            Scenarios scenarios,
            Cell cell,
            Community community,
            List<UUID> proposals,
            String prefix,
            Path folder) {
        String address = platform.gateway().toString();
        return new Job(
                address.endsWith("/") ? address.substring(0, address.length() - 1) : address,
                prefix,
                cell.type().text(),
                cell.scenario().text(),
                cell.scale().text(),
                cell.phases(),
                Job.callers(cell),
                scenarios.reading(),
                community.space(),
                Space.PASSWORD,
                community.voters(cell.data().voters()),
                proposals,
                folder);
    }

    /**
     * Runs it.
     *
     * @throws IOException when the tool or a server cannot be reached
     */
    RunSummary run() throws IOException, SQLException, InterruptedException {
        Files.createDirectories(folder.path());
        job.write();
        Instant started = Instant.now();
        EventLog log = EventLog.fromNow(platform.kafka());
        List<Map<String, Object>> statements;
        try (Observer observer = Observer.start(platform, folder.path());
                Connection primary = platform.primary()) {
            load(observer);
            statements = Digests.dearest(primary);
        }
        Requests requests = Requests.read(job.log());
        folder.write(requests);
        Reconciliation reconciliation = reconcile(log, requests);
        folder.write(reconciliation);
        Summing summing = new Summing(scenarios, cell, folder);
        RunSummary summary =
                summing.sum(
                        tool.name(),
                        started,
                        requests,
                        tool.dropped(job, folder.toolOutput()),
                        reconciliation,
                        statements);
        folder.write(summary);
        return summary;
    }

    private void load(Observer observer) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(tool.command(job))
                        .directory(job.folder().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.toolOutput().toFile());
        builder.environment().putAll(tool.environment(job));
        Process process = builder.start();
        observer.watch(tool.name(), process.pid());
        if (!process.waitFor(cell.seconds() + TOOL_START_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    private Reconciliation reconcile(EventLog log, Requests requests) throws SQLException {
        try (Connection primary = platform.primary()) {
            return new Reconciler(new DatabaseLedger(primary), log.sinceThen(primary))
                    .compare(
                            cell.scenario(),
                            job.prefix(),
                            job.space().toString(),
                            job.proposals().stream().map(UUID::toString).toList(),
                            requests.writes());
        }
    }
}
