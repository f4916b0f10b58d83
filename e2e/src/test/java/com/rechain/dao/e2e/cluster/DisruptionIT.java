package com.rechain.dao.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.e2e.support.Community;
import com.rechain.dao.e2e.support.MixedLoad;
import com.rechain.dao.e2e.support.Vote;
import com.rechain.dao.perf.load.LoadResult;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What an operator does to a cluster, while members vote and read: nobody may notice. */
@Isolated("has the platform to itself")
class DisruptionIT {
    private static final int RATE = 100;
    private static final int ENOUGH = 20_000;
    private static final Duration AT_WORK = Duration.ofSeconds(20);

    private final Release release = Release.get();

    @AfterEach
    void everythingIsBack() {
        release.awaitSettled();
    }

    @Test
    void noRequestFailsWhileTheReleaseIsUpgradedToOtherImages() {
        nobodyNotices("helm upgrade", () -> release.deploy(Release.NEXT_VERSION));

        assertThat(
                        release.kubectl(
                                "get",
                                "pods",
                                "-l",
                                "app.kubernetes.io/name=gateway",
                                "-o",
                                "yaml"))
                .contains(":" + Release.NEXT_VERSION);
    }

    @Test
    void noRequestFailsWhileTheReleaseIsRolledBack() {
        release.deploy(Release.NEXT_VERSION);
        release.deploy(Release.VERSION);

        nobodyNotices(
                "helm rollback",
                () ->
                        Cluster.helm(
                                "rollback",
                                Release.NAME,
                                "-n",
                                release.namespace(),
                                "--wait",
                                "--timeout",
                                "8m"));
    }

    @Test
    void noRequestFailsWhileANodeIsDrained() {
        String node = Cluster.nodes().getLast();
        try {
            nobodyNotices(
                    "node drain",
                    () ->
                            Cluster.kubectl(
                                    "drain",
                                    node,
                                    "--ignore-daemonsets",
                                    "--delete-emptydir-data",
                                    "--pod-selector=app.kubernetes.io/part-of=rechain-dao",
                                    "--timeout=5m"));
        } finally {
            Cluster.kubectl("uncordon", node);
        }
    }

    private static void nobodyNotices(String what, Runnable disruption) {
        Vote vote = Community.of(40).openVote(Duration.ofMinutes(30));
        // Members were here before: what is disrupted is a platform at work, not one just started.
        LoadResult before = MixedLoad.on(vote, RATE, AT_WORK).join();
        System.out.println(MixedLoad.line("before the " + what, before));

        LoadResult result = MixedLoad.during(vote, RATE, ENOUGH, disruption);

        System.out.println(MixedLoad.line(what, result));
        assertThat(result.failed()).as("%s", result.statuses()).isZero();
        assertThat(result.succeeded()).isGreaterThanOrEqualTo(ENOUGH).isEqualTo(result.sent());
    }
}
