package com.rechain.dao.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.e2e.support.Community;
import com.rechain.dao.e2e.support.MixedLoad;
import com.rechain.dao.e2e.support.Vote;
import com.rechain.dao.perf.load.LoadResult;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The autoscalers, by what ServiceMonitors, Prometheus and the shipped adapter rules tell them. */
@Isolated("has the platform to itself")
class ScalingIT {
    private static final int RATE = 120;
    private static final Duration LOAD = Duration.ofSeconds(120);
    private static final Duration NOTICED = Duration.ofMinutes(3);
    private static final String SCALED = "proposal-service";

    private static final Release RELEASE = Release.get();

    @BeforeAll
    static void scale() {
        Adapter.useOurRules();
        RELEASE.deploy(
                Release.VERSION, "-f", "e2e/src/test/resources/cluster/autoscaling-values.yaml");
        Awaitility.await()
                .atMost(NOTICED)
                .ignoreExceptions()
                .until(
                        () -> Adapter.podMetric(RELEASE, "http_server_requests_per_second"),
                        n -> n >= 2);
    }

    @AfterAll
    static void scaleNoMore() {
        RELEASE.deploy(Release.VERSION);
        Adapter.restoreRules();
    }

    @Test
    void podsComeWithRequestsAndGoAfterThemAndNoneFails() {
        Vote vote = Community.of(20).openVote(Duration.ofMinutes(30));
        try (Timeline timeline = Timeline.of(RELEASE, SCALED)) {
            CompletableFuture<LoadResult> load = MixedLoad.on(vote, RATE, LOAD);
            awaitReady(4);
            LoadResult result = load.join();
            awaitReady(2);

            System.out.println(timeline);
            System.out.println(MixedLoad.line("scaled up under load and down after it", result));
            assertThat(result.failed()).as("%s", result.statuses()).isZero();
            assertThat(result.sent()).isEqualTo(result.succeeded());
        }
    }

    @Test
    void podsComeWhenEventsPileUpAndGoWhenTheyAreSent() {
        Vote vote = Community.of(5).openVote(Duration.ofMinutes(30));
        try (Timeline timeline = Timeline.of(RELEASE, "voting-service")) {
            RELEASE.kubectl("scale", "statefulset/dao-kafka", "--replicas=0");
            vote.cast(vote.community().owner(), Vote.FOR).orFail();
            awaitPods("voting-service", 3);
            RELEASE.kubectl("scale", "statefulset/dao-kafka", "--replicas=1");
            awaitPods("voting-service", 2);

            System.out.println(timeline);
        }
    }

    @Test
    void everyConsumerTellsHowFarItIsBehind() {
        Awaitility.await()
                .atMost(NOTICED)
                .ignoreExceptions()
                .until(() -> Adapter.podMetric(RELEASE, "kafka_consumer_records_lag"), n -> n >= 4);
    }

    private static void awaitReady(int pods) {
        awaitPods(SCALED, pods);
    }

    private static void awaitPods(String service, int pods) {
        Awaitility.await("%d pods of %s".formatted(pods, service))
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> RELEASE.ready(service), ready -> ready == pods);
    }
}
