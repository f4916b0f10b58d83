package com.rechain.dao.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.rechain.dao.e2e.support.Command;
import com.rechain.dao.e2e.support.Community;
import com.rechain.dao.e2e.support.MixedLoad;
import com.rechain.dao.e2e.support.Vote;
import com.rechain.dao.e2e.support.Waiting;
import com.rechain.dao.perf.load.LoadResult;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A node dies with everything on it, while members vote and read. */
@Isolated("has the platform to itself")
class NodeLossIT {
    private static final int RATE = 120;
    private static final Duration AROUND_THE_LOSS = Duration.ofSeconds(40);
    private static final Duration AFTERWARDS = Duration.ofSeconds(60);
    // What may have been under way at the lost gateway; everything behind it is tried elsewhere.
    private static final int MOST_LOST = 30;

    @Test
    void onlyWhatWasInFlightIsLostAndServiceIsBackWithinHalfAMinute() {
        Optional<Command> kill = Cluster.hook("DAO_CLUSTER_KILL_NODE");
        Optional<Command> revive = Cluster.hook("DAO_CLUSTER_REVIVE_NODE");
        assumeTrue(
                kill.isPresent() && revive.isPresent(),
                "no command is given that kills a node and brings it back");
        Release release = Release.get();
        Vote vote = Community.of(40).openVote(Duration.ofMinutes(30));
        String node = Cluster.nodes().getLast();
        try {
            CompletableFuture<LoadResult> load = MixedLoad.on(vote, RATE, AROUND_THE_LOSS);
            Waiting.until(() -> vote.tally().json().path("ballots").asInt(), count -> count >= 20);
            kill.orElseThrow().run(node);
            LoadResult around = load.join();
            LoadResult afterwards = MixedLoad.on(vote, RATE, AFTERWARDS).join();

            System.out.println(MixedLoad.line("node lost, the 40 s around it", around));
            System.out.println(MixedLoad.line("node lost, the minute afterwards", afterwards));
            assertThat(afterwards.failed()).as("%s", afterwards.statuses()).isZero();
            assertThat(around.failed()).as("%s", around.statuses()).isLessThanOrEqualTo(MOST_LOST);
        } finally {
            revive.orElseThrow().run(node);
            Cluster.kubectl("wait", "--for=condition=Ready", "node/" + node, "--timeout=3m");
            release.awaitSettled();
        }
    }
}
