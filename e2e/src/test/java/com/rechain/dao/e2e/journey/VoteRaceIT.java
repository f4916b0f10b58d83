package com.rechain.dao.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.devstack.fleet.ServiceInstance;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.e2e.support.Community;
import com.rechain.dao.e2e.support.Suite;
import com.rechain.dao.e2e.support.Vote;
import com.rechain.dao.e2e.support.Waiting;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * One voter, two hundred ballots at once, both instances: whatever wins, it is one ballot and
 * everyone agrees on it.
 */
@Isolated("loads the whole platform")
class VoteRaceIT {
    private static final int ROUNDS = 50;
    private static final int BALLOTS = 200;

    @Test
    void parallelConflictingBallotsLeaveExactlyOne() throws Exception {
        Community community = Community.of(ROUNDS);
        Vote vote = community.openVote(Duration.ofMinutes(30));

        for (SignedIn voter : community.members()) {
            race(vote, voter);
        }

        // Lists come from the replica, which may be a moment behind.
        assertThat(Waiting.until(vote::ballots, ballots -> ballots.size() >= ROUNDS))
                .hasSize(ROUNDS);
        Waiting.until(
                () -> recount(vote), counts -> counts.equals(Vote.scores(vote.tallyOf(ROUNDS))));
    }

    private static void race(Vote vote, SignedIn voter)
            throws InterruptedException, ExecutionException {
        List<Cast> casts = plan(vote, voter);

        List<Reply> first = atOnce(casts);
        List<Reply> retried = atOnce(casts);

        assertThat(first).allSatisfy(reply -> assertThat(reply.status()).isIn(200, 201));
        // One that had to be repeated may have been the first.
        assertThat(first.stream().filter(reply -> reply.status() == 201))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(first.stream().map(VoteRaceIT::revision)).contains(1);
        for (int i = 0; i < BALLOTS; i++) {
            assertThat(retried.get(i).body()).isEqualTo(first.get(i).body());
        }
    }

    private record Cast(ApiClient api, String path, int choice, String key) {
        /** As a client does: what is not known to be stored is sent again. */
        Reply send() {
            Reply reply = sendOnce();
            return reply.status() == 503
                    ? Waiting.until(this::sendOnce, again -> again.status() != 503)
                    : reply;
        }

        private Reply sendOnce() {
            return api.with("Idempotency-Key", key).put(path, Map.of("choice", choice));
        }
    }

    /**
     * Half of the ballots go to each instance past the gateway, so that none can sort them out
     * before.
     */
    private static List<Cast> plan(Vote vote, SignedIn voter) {
        List<ServiceInstance> instances = Suite.get().fleet().of(ServiceName.VOTING_SERVICE);
        List<Cast> casts = new ArrayList<>();
        for (int i = 0; i < BALLOTS; i++) {
            URI instance = URI.create(instances.get(i % instances.size()).url());
            casts.add(
                    new Cast(
                            voter.api().at(instance),
                            vote.path() + "/ballot",
                            1 + i % 3,
                            UUID.randomUUID().toString()));
        }
        return casts;
    }

    private static List<Reply> atOnce(List<Cast> casts)
            throws InterruptedException, ExecutionException {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> sent = new ArrayList<>();
            for (Cast cast : casts) {
                sent.add(
                        threads.submit(() -> {
                            go.await();
                            return cast.send();
                        }));
            }
            go.countDown();
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply : sent) {
                replies.add(reply.get());
            }
            return replies;
        }
    }

    private static int revision(Reply reply) {
        return reply.json().path("revision").asInt();
    }

    private static List<String> recount(Vote vote) {
        int[] counts = new int[3];
        vote.ballots().values().forEach(ballot -> counts[ballot.path("choice").asInt() - 1]++);
        return List.of("" + counts[0], "" + counts[1], "" + counts[2]);
    }
}
