package com.rechain.dao.perf.lab;

import com.rechain.dao.perf.cli.Revision;
import com.rechain.dao.perf.lab.reconcile.Reconciliation;
import com.rechain.dao.perf.lab.request.Requests;
import com.rechain.dao.perf.lab.result.Bottleneck;
import com.rechain.dao.perf.lab.result.Judge;
import com.rechain.dao.perf.lab.result.Load;
import com.rechain.dao.perf.lab.result.Observations;
import com.rechain.dao.perf.lab.result.Resources;
import com.rechain.dao.perf.lab.result.RunFolder;
import com.rechain.dao.perf.lab.result.RunSummary;
import com.rechain.dao.perf.lab.result.RunSummary.Answers;
import com.rechain.dao.perf.lab.result.RunSummary.Machine;
import com.rechain.dao.perf.lab.result.RunSummary.Sending;
import com.rechain.dao.perf.lab.result.Verdict;
import com.rechain.dao.perf.lab.scenario.Cell;
import com.rechain.dao.perf.lab.scenario.Scenarios;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Makes the summary of a run out of what it left behind. */
final class Summing {
    private static final double LEAST_SENT = 0.99;

    // What follows from a request leaves after its answer.
    private static final double LATEST_END_SECONDS = 2;

    private static final int COMMIT_DIGITS = 12;

    private final Scenarios scenarios;
    private final Cell cell;
    private final RunFolder folder;

    Summing(Scenarios scenarios, Cell cell, RunFolder folder) {
        this.scenarios = scenarios;
        this.cell = cell;
        this.folder = folder;
    }

    RunSummary sum(
            String tool,
            Instant started,
            Requests requests,
            long dropped,
            Reconciliation reconciliation,
            List<Map<String, Object>> statements)
            throws IOException {
        Load load = new Load(cell.scenario(), requests.slots());
        long begin = requests.isEmpty() ? started.toEpochMilli() : requests.begin();
        Resources resources = new Resources(Observations.read(folder.path(), begin));
        Sending sending = sending(load, requests, begin, dropped);
        Judge judge = new Judge(cell, scenarios.bands());
        List<Verdict> verdicts = judge.verdicts(load, resources);
        boolean judged = scenarios.judged(cell.scale());
        List<String> reasons = reasons(sending, verdicts, judged, reconciliation);
        return new RunSummary(
                1,
                folder.path().getFileName().toString(),
                Revision.of(Path.of(System.getProperty("dao.root", ".")), COMMIT_DIGITS),
                machine(),
                tool,
                cell,
                started.toString(),
                begin,
                judged,
                sending,
                answers(load, judge),
                verdicts,
                Bottleneck.of(cell, load, resources),
                reconciliation,
                requests.slowest(),
                statements,
                reasons.isEmpty(),
                reasons);
    }

    /** One request more or less is rounding of a course. */
    private Sending sending(Load load, Requests requests, long begin, long dropped) {
        double intended = cell.intended();
        double seconds = Math.max(0, requests.lastSent() - begin) / 1e3;
        boolean inTime = seconds <= cell.seconds() + LATEST_END_SECONDS;
        boolean counts = load.sent() >= LEAST_SENT * intended - 1 && dropped == 0 && inTime;
        return new Sending(intended, load.sent(), dropped, seconds, counts);
    }

    private Answers answers(Load load, Judge judge) {
        Histogram latency = load.latency(slot -> cell.scenario().leads(slot.step()));
        long good = load.count(slot -> Load.good(slot) && cell.scenario().leads(slot.step()));
        return new Answers(
                load.count(_ -> true),
                load.statuses(),
                judge.errors(load),
                load.count(Load::turnedAway),
                (double) good / cell.seconds(),
                latency.getValueAtPercentile(50) / 1e3,
                latency.getValueAtPercentile(95) / 1e3,
                latency.getValueAtPercentile(99) / 1e3,
                latency.getMaxValue() / 1e3);
    }

    private static List<String> reasons(
            Sending sending,
            List<Verdict> verdicts,
            boolean judged,
            Reconciliation reconciliation) {
        List<String> reasons = new ArrayList<>();
        if (!sending.counts()) {
            reasons.add(
                    "It does not count: %d of %.0f requests were sent within %.1f s and %d dropped."
                            .formatted(
                                    sending.sent(),
                                    sending.intended(),
                                    sending.seconds(),
                                    sending.dropped()));
        }
        if (!reconciliation.holds()) {
            reasons.add(
                    "%d mismatches between what was acknowledged and what is there, such as: %s."
                            .formatted(
                                    reconciliation.mismatchCount(),
                                    reconciliation.mismatches().getFirst()));
        }
        for (Verdict verdict : verdicts) {
            boolean decides = judged || verdict.name().equals("errorPercent");
            if (decides && verdict.alarming()) {
                reasons.add(
                        "%s is %.2f %s: %s."
                                .formatted(
                                        verdict.name(),
                                        verdict.measured(),
                                        verdict.unit(),
                                        verdict.place()));
            }
        }
        return reasons;
    }

    private static Machine machine() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                memoryBytes(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.version"));
    }

    private static long memoryBytes() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
    }
}
