package com.rechain.dao.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.devstack.backing.BackingServer;
import com.rechain.dao.e2e.support.Community;
import com.rechain.dao.e2e.support.Ledger;
import com.rechain.dao.e2e.support.Suite;
import com.rechain.dao.e2e.support.Traffic;
import com.rechain.dao.e2e.support.Traffic.Exchange;
import com.rechain.dao.e2e.support.Traffic.Kind;
import com.rechain.dao.e2e.support.Vote;
import com.rechain.dao.e2e.support.Waiting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A backing server is killed while members vote and read; what they are told stays true. */
@Isolated("stops what others need")
class BackingFaultsIT {
    private static final Duration RESTART = Duration.ofSeconds(60);
    private static final int MEMBERS = 6;

    // Who was being written when the primary died hears at the deadline that nobody knows.
    private static final Duration LAST_REFUSAL = Suite.BALLOT_DEADLINE.plusSeconds(2);

    @Test
    void votesAndReadsGoOnWithoutRedis() {
        nobodyNotices(Suite.get().backing().redis());
    }

    @Test
    void votesAndReadsGoOnWithoutKafkaAndItsEventsDrainAfterwards() {
        nobodyNotices(Suite.get().backing().kafka());

        // A journey needs events to cross between services, so it ends only if everything drains.
        Community community = Community.of(1);
        Vote vote = community.openVote(Duration.ofMinutes(30), Community.UNTIL_DECIDED);
        vote.cast(community.owner(), Vote.FOR).orFail();
        vote.cast(community.members().getFirst(), Vote.FOR).orFail();
        vote.awaitState("COMPLETED");
    }

    @Test
    void votesAndReadsGoOnWithoutTheReplica() {
        nobodyNotices(Suite.get().backing().replica().server());
    }

    @Test
    void withoutThePrimaryWritesAreRefusedReadsGoOnAndNothingAcknowledgedIsLost() {
        Vote vote = Community.of(MEMBERS).openVote(Duration.ofMinutes(30));
        BackingServer primary = Suite.get().backing().primary().server();
        try (Traffic traffic = Traffic.on(vote)) {
            primary.kill();
            long killed = System.nanoTime();
            traffic.flow();
            long restarting = System.nanoTime();
            primary.start();
            primary.awaitReady(RESTART);
            Waiting.until(
                    () -> traffic.since(restarting),
                    seen ->
                            seen.stream()
                                    .anyMatch(e -> e.kind() == Kind.VOTE && e.status() == 200));
            traffic.flow();
            traffic.close();

            // Who still waited when it came back may be written.
            List<Exchange> meanwhile =
                    traffic.since(killed).stream()
                            .filter(exchange -> exchange.endedAt() < restarting)
                            .toList();
            assertThat(meanwhile)
                    .filteredOn(e -> e.kind() == Kind.VOTE)
                    .allSatisfy(refused -> {
                        assertThat(refused.status()).isEqualTo(503);
                        assertThat(refused.reply().header("Retry-After")).isNotEmpty();
                        assertThat(refused.took()).isLessThan(LAST_REFUSAL);
                    });
            assertThat(median(meanwhile)).isLessThan(Duration.ofSeconds(1));
            assertThat(meanwhile)
                    .filteredOn(e -> e.kind() == Kind.READ)
                    .allSatisfy(read -> assertThat(read.status()).isEqualTo(200));
            Ledger.reconcile(vote, traffic);
        }
    }

    private static Duration median(List<Exchange> exchanges) {
        List<Duration> votes =
                exchanges.stream()
                        .filter(exchange -> exchange.kind() == Kind.VOTE)
                        .map(Exchange::took)
                        .sorted()
                        .toList();
        return votes.get(votes.size() / 2);
    }

    private static void nobodyNotices(BackingServer victim) {
        Vote vote = Community.of(MEMBERS).openVote(Duration.ofMinutes(30));
        try (Traffic traffic = Traffic.on(vote)) {
            victim.kill();
            long killed = System.nanoTime();
            traffic.flow();
            victim.start();
            victim.awaitReady(RESTART);
            traffic.flow();
            traffic.close();

            assertThat(traffic.since(killed)).filteredOn(Exchange::failed).isEmpty();
            Ledger.reconcile(vote, traffic);
        }
    }
}
