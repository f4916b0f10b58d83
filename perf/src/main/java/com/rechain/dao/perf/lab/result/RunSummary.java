package com.rechain.dao.perf.lab.result;

import com.rechain.dao.perf.lab.reconcile.Reconciliation;
import com.rechain.dao.perf.lab.request.RequestLine;
import com.rechain.dao.perf.lab.scenario.Cell;
import java.util.List;
import java.util.Map;

/**
 * {@code run.json}: what a run was and what came of it. Written last: a folder without it holds no
 * finished run.
 *
 * @param format of the folder, 1
 * @param begin when its first request left, in milliseconds since 1970
 * @param judged whether times and resources decide
 * @param passed whether it counts, reconciles and, where times decide, raises no alarm
 * @param reasons why it did not pass, each a sentence
 */
public record RunSummary(
        int format,
        String run,
        String commit,
        Machine machine,
        String tool,
        Cell cell,
        String startedAt,
        long begin,
        boolean judged,
        Sending sending,
        Answers answers,
        List<Verdict> verdicts,
        Bottleneck bottleneck,
        Reconciliation reconciliation,
        List<RequestLine> slowest,
        List<Map<String, Object>> statements,
        boolean passed,
        List<String> reasons) {

    /** Where it ran. */
    public record Machine(int processors, long memoryBytes, String system, String java) {}

    /**
     * What was sent of what was due.
     *
     * @param counts whether at least 99 % was sent in time and none dropped
     */
    public record Sending(
            double intended, long sent, long dropped, double seconds, boolean counts) {}

    /** What came back; times are of well answered requests of the leading step. */
    public record Answers(
            long requests,
            Map<Integer, Long> statuses,
            long errors,
            long turnedAway,
            double goodPerSecond,
            double p50Millis,
            double p95Millis,
            double p99Millis,
            double maxMillis) {}
}
