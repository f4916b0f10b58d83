package com.rechain.dao.perf.bench.row;

import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.perf.bench.trial.BenchPlatform;
import com.rechain.dao.perf.bench.trial.BenchSpace;
import com.rechain.dao.perf.bench.trial.Loaded;
import com.rechain.dao.perf.bench.trial.Row;
import com.rechain.dao.perf.bench.trial.RowDeclaration;
import com.rechain.dao.perf.bench.trial.Target;
import com.rechain.dao.perf.bench.trial.Trial;
import com.rechain.dao.perf.load.Answer;
import com.rechain.dao.perf.load.PlannedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Sessions that go on: a refresh token for the next one. */
public final class RefreshRow implements Row {
    private static final Target P50 = Target.of("p50 at 100/s", "ms").atMost(1);
    private static final Target P99 = Target.of("p99 at 100/s", "ms").atMost(5);

    private static final int SESSIONS = 100;
    private static final Duration EACH = Duration.ofSeconds(10);

    @Override
    public RowDeclaration declaration() {
        return RowDeclaration.of(
                "refresh",
                "Refresh tokens exchanged for the next ones; each use is a transaction on the primary.",
                "",
                "Open loop, 100/s, a hundred sessions in turn.",
                P50,
                P99);
    }

    /** A session and its current token. */
    private static final class Session {
        private String cookie;

        Session(String cookie) {
            this.cookie = cookie;
        }

        PlannedRequest refresh() {
            Map<String, String> headers =
                    Map.of("Cookie", cookie, "X-Requested-With", "bench", "Content-Length", "0");
            return new PlannedRequest("POST", "/api/v1/auth/refresh", headers, null)
                    .andThen(this::keep);
        }

        private void keep(Answer answer) {
            if (answer.status() == 200) {
                cookie = cookieOf(answer.header("Set-Cookie"));
            }
        }

        static String cookieOf(String header) {
            return header.split(";", 2)[0];
        }
    }

    @Override
    public void measure(Trial trial) throws Exception {
        BenchPlatform platform = trial.start();
        BenchSpace space = BenchSpace.create(platform.anyone());
        List<Session> sessions =
                space.members(SESSIONS).stream().map(member -> session(platform, member)).toList();
        trial.load("warm-up", platform.gateway(), 100, EACH, n -> next(sessions, n));
        trial.rounds(_ -> {
            Loaded loaded =
                    trial.load("refresh", platform.gateway(), 100, EACH, n -> next(sessions, n));
            if (trial.counts(P50, loaded.result()) && trial.counts(P99, loaded.result())) {
                trial.findings().add(P50, loaded.result().millis(50));
                trial.findings().add(P99, loaded.result().millis(99));
                trial.findings().cost(P99, loaded);
            }
        });
    }

    private static PlannedRequest next(List<Session> sessions, long number) {
        return sessions.get((int) (number % sessions.size())).refresh();
    }

    private static Session session(BenchPlatform platform, SignedIn member) {
        String cookie =
                platform.anyone()
                        .post(
                                "/api/v1/auth/login",
                                Map.of(
                                        "email",
                                        member.handle() + "@example.org",
                                        "password",
                                        BenchSpace.PASSWORD))
                        .orFail()
                        .header("Set-Cookie");
        return new Session(Session.cookieOf(cookie));
    }
}
