package com.rechain.dao.perf.bench.row;

import com.rechain.dao.perf.bench.trial.Loaded;
import com.rechain.dao.perf.bench.trial.Row;
import com.rechain.dao.perf.bench.trial.RowDeclaration;
import com.rechain.dao.perf.bench.trial.Target;
import com.rechain.dao.perf.bench.trial.Trial;
import com.rechain.dao.perf.load.LoadResult;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.time.Duration;
import java.util.Locale;

/** What a community does in a busy hour, all at once. */
public final class MixedRow implements Row {
    private static final Target BUSY = Target.of("machine busy at 1,000/s", "%").atMost(50);
    private static final Target ANSWERED = Target.of("answered at 5,000/s", "/s").atLeast(4_950);
    private static final Target FAILED = Target.of("failed at 5,000/s", "requests").atMost(0);
    private static final Target P99 = Target.of("p99 at 5,000/s", "ms");

    private static final int USUAL = 1_000;
    private static final int MUCH = 5_000;
    private static final int SIGN_INS = 20;
    private static final Duration EACH = Duration.ofSeconds(10);

    @Override
    public RowDeclaration declaration() {
        return RowDeclaration.of(
                "mixed",
                "90 % lists, 8 % votes, 1 % sign-ins, 1 % new drafts.",
                "",
                "Open loop, 10 s each. Busy counts both cores and everything on them, the generator included. At"
                        + " 5,000/s sign-ins are held at 20/s: hashing alone would fill a core.",
                BUSY,
                ANSWERED,
                FAILED,
                P99);
    }

    @Override
    public void measure(Trial trial) throws Exception {
        OwnPlatform platform = trial.start();
        People community = People.of(platform);
        trial.warmUp(platform.gateway(), USUAL / 2.0, EACH, community.mostlyWrites());
        trial.warmUp(platform.gateway(), USUAL, EACH, community.mix());
        trial.rounds(_ -> {
            Loaded usual = trial.load("mix", platform.gateway(), USUAL, EACH, community.mix());
            if (trial.counts(BUSY, usual.result())) {
                trial.findings().add(BUSY, 100 * usual.busy());
                trial.findings().cost(BUSY, usual);
                trial.findings().note("CPU µs/request at 1,000/s: " + usual.breakdown());
            }
            much(trial, platform, community);
        });
    }

    private static void much(Trial trial, OwnPlatform platform, People community) {
        Loaded loaded =
                trial.load("mix", platform.gateway(), MUCH, EACH, community.mix(MUCH / SIGN_INS));
        LoadResult result = loaded.result();
        if (!result.counts()) {
            trial.findings()
                    .missing(
                            ANSWERED,
                            String.format(Locale.ROOT, "only %.0f/s were sent", result.sentRate()));
        }
        trial.findings().add(ANSWERED, result.goodput());
        trial.findings().add(FAILED, (double) result.failed());
        trial.findings().add(P99, result.millis(99));
        trial.findings().cost(ANSWERED, loaded);
        trial.findings().note("CPU µs/request at 5,000/s: " + loaded.breakdown());
        if (result.failed() > 0) {
            trial.findings().note("answers at 5,000/s: " + result.statuses());
        }
    }
}
