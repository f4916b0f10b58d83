package com.rechain.dao.perf.bench.row;

import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.perf.bench.trial.BenchSpace;
import com.rechain.dao.perf.bench.trial.Loaded;
import com.rechain.dao.perf.bench.trial.Row;
import com.rechain.dao.perf.bench.trial.RowDeclaration;
import com.rechain.dao.perf.bench.trial.Target;
import com.rechain.dao.perf.bench.trial.Trial;
import com.rechain.dao.perf.load.Answer;
import com.rechain.dao.perf.load.PlannedRequest;
import com.rechain.dao.perf.platform.OwnPlatform;
import com.rechain.dao.perf.platform.Space;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Sessions that go on: a refresh token for the next one. */
public final class RefreshRow implements Row {
    private static final Target P50 = Target.of("p50 at 100/s", "ms").atMost(1);
    private static final Target P99 = Target.of("p99 at 100/s", "ms").atMost(5);

    private static final int SESSIONS = 400;
    private static final double RATE = 100;
    private static final Duration EACH = Duration.ofSeconds(10);

    @Override
    public RowDeclaration declaration() {
        return RowDeclaration.of(
                "refresh",
                "Refresh tokens exchanged for the next ones; each use is a transaction on the primary.",
                "",
                "Open loop, 100/s, four hundred sessions in turn.",
                P50,
                P99);
    }

    /**
     * Sessions that wait for their next refresh. Each has one request under way at most: a token
     * that is used twice is taken for stolen.
     */
    private static final class Sessions {
        private final Deque<String> cookies = new ArrayDeque<>();

        PlannedRequest next() {
            String cookie = cookies.pollFirst();
            if (cookie == null) {
                throw new IllegalStateException("every session waits for an answer");
            }
            Map<String, String> headers =
                    Map.of("Cookie", cookie, "X-Requested-With", "bench", "Content-Length", "0");
            return new PlannedRequest("POST", "/api/v1/auth/refresh", headers, null)
                    .andThen(answer -> keep(cookie, answer));
        }

        /** A token that was refused for now is still good. */
        void keep(String cookie, Answer answer) {
            if (answer.status() == 200) {
                keep(answer.header("Set-Cookie"));
            } else if (answer.status() == 503) {
                cookies.addLast(cookie);
            }
        }

        void keep(String setCookie) {
            cookies.addLast(setCookie.split(";", 2)[0]);
        }
    }

    @Override
    public void measure(Trial trial) throws Exception {
        OwnPlatform platform = trial.start();
        BenchSpace space = BenchSpace.create(platform.anyone());
        Sessions sessions = new Sessions();
        for (SignedIn member : space.members(SESSIONS)) {
            sessions.keep(setCookie(platform, member));
        }
        trial.warmUp(platform.gateway(), RATE, EACH, _ -> sessions.next());
        trial.rounds(_ -> {
            Loaded loaded =
                    trial.load("refresh", platform.gateway(), RATE, EACH, _ -> sessions.next());
            if (trial.counts(P50, loaded.result()) && trial.counts(P99, loaded.result())) {
                trial.findings().add(P50, loaded.result().millis(50));
                trial.findings().add(P99, loaded.result().millis(99));
                trial.findings().cost(P99, loaded);
            }
        });
    }

    private static String setCookie(OwnPlatform platform, SignedIn member) {
        return platform.anyone()
                .post(
                        "/api/v1/auth/login",
                        Map.of(
                                "email",
                                member.handle() + "@example.org",
                                "password",
                                Space.PASSWORD))
                .orFail()
                .header("Set-Cookie");
    }
}
