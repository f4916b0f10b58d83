package com.rechain.dao.perf.bench.row;

import com.rechain.dao.perf.bench.trial.Row;
import com.rechain.dao.perf.bench.trial.RowDeclaration;
import com.rechain.dao.perf.bench.trial.Target;
import com.rechain.dao.perf.bench.trial.Trial;
import com.rechain.dao.perf.measure.Memory;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the whole platform holds in memory while it works. */
public final class MemoryRow implements Row {
    private static final Target SUM = Target.of("all processes", "GiB").atMost(3.5);

    private static final Duration EACH = Duration.ofSeconds(15);
    private static final double GIBIBYTE = 1 << 30;

    @Override
    public RowDeclaration declaration() {
        return RowDeclaration.of(
                "memory",
                "Memory of gateway, services, both databases, Redis and Kafka under the mix at 1,000/s.",
                "",
                "Sum of the proportional set sizes of all processes after 15 s of load; it grows from round to"
                        + " round as far as it will.",
                SUM);
    }

    @Override
    public void measure(Trial trial) throws Exception {
        OwnPlatform platform = trial.start();
        People community = People.of(platform);
        trial.rounds(number -> {
            trial.load("mix", platform.gateway(), 1_000, EACH, community.mix());
            trial.findings().add(SUM, sum(trial, platform, number));
        });
    }

    private static double sum(Trial trial, OwnPlatform platform, int round) throws IOException {
        long sum = 0;
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Long> process : platform.processes().entrySet()) {
            long bytes = Memory.proportional(process.getValue());
            parts.add(process.getKey() + " " + (bytes >> 20));
            sum += bytes;
        }
        trial.findings().note("MiB in round " + round + ": " + String.join(", ", parts));
        return sum / GIBIBYTE;
    }
}
