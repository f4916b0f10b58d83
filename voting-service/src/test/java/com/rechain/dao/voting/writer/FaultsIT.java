package com.rechain.dao.voting.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.devstack.backing.BackingServer;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.platform.replica.HeartbeatMonitor;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.event.KafkaProbe;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import com.rechain.dao.voting.support.Ledger;
import com.rechain.dao.voting.support.Proposal;
import com.rechain.dao.voting.support.VoterClient;
import com.rechain.dao.voting.support.Votes;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FaultsIT.ProductionLimits.class)
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
@WithTestResource(FakeUserServiceResource.class)
class FaultsIT {
    private static final Duration RESTART = Duration.ofSeconds(60);
    private static final List<String> READS =
            List.of("/tally", "/ballots", "/electorate", "/ballot");

    FakeUserService users;
    BackingServices backing;

    @Inject Votes votes;
    @Inject Ledger ledger;
    @Inject HeartbeatMonitor monitor;

    private List<VoterClient> voters;
    private Proposal proposal;

    /** Ballots and connections are given up as early as in production. */
    public static class ProductionLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dao.ballots.deadline", "900ms", "DAO_DB_ACQUISITION_TIMEOUT", "800ms");
        }
    }

    @BeforeEach
    void aVoteWithSomeVoters() {
        FakeSpace space = users.aSpace();
        voters = IntStream.range(0, 16).mapToObj(_ -> VoterClient.of(space.aMember(2))).toList();
        proposal = votes.open(Proposal.running(space.id()));
        cast(voters.getFirst(), 1);
    }

    /** As a client does: what is given up on a slow machine is sent again. */
    private void cast(VoterClient voter, int choice) {
        Votes.await(() -> voter.cast(proposal, choice).statusCode() / 100 == 2);
    }

    @Test
    void withThePrimaryAwayABallotIsRefusedWithinASecondReadsGoOnAndItCanBeSentAgain() {
        // What the replica has never seen it cannot serve either.
        Instant now = Instant.now();
        Votes.await(() -> monitor.state().shows(now));
        BackingServer primary = backing.primary().server();
        primary.kill();
        try {
            long start = System.nanoTime();
            Response refused = voters.get(1).cast(proposal, 2, "a-key");
            Duration took = Duration.ofNanos(System.nanoTime() - start);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.<String>path("code")).isEqualTo("unavailable");
            assertThat(took).isLessThan(Duration.ofMillis(1500));
            assertThat(READS).allMatch(this::isRead);
        } finally {
            primary.start();
            primary.awaitReady(RESTART);
        }
        Votes.await(() -> voters.get(1).cast(proposal, 2, "a-key").statusCode() / 100 == 2);
        voters.get(1).cast(proposal, 2, "a-key").then().statusCode(200);
        assertThat(ledger.currentBallots(proposal.id())).isEqualTo(2);
    }

    @Test
    void killingThePrimaryMidTrafficLosesNothingThatWasAcknowledged() throws InterruptedException {
        Map<UUID, Integer> acknowledged = new ConcurrentHashMap<>();
        AtomicInteger unexpected = new AtomicInteger();
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();

        try (ExecutorService clients = Executors.newFixedThreadPool(voters.size())) {
            voters.forEach(voter ->
                    clients.execute(() -> {
                        for (int i = 0; !stop.get(); i++) {
                            Response answer = voter.cast(proposal, 1 + i % 3);
                            answered.incrementAndGet();
                            if (answer.statusCode() / 100 == 2) {
                                acknowledged.put(voter.userId(), answer.path("revision"));
                            } else if (answer.statusCode() != 503) {
                                unexpected.incrementAndGet();
                            }
                        }
                    }));
            awaitMore(answered, 200);
            backing.primary().server().kill();
            awaitMore(answered, 50);
            backing.primary().server().start();
            backing.primary().server().awaitReady(RESTART);
            int before = acknowledged.values().stream().mapToInt(Integer::intValue).sum();
            Votes.await(() ->
                    acknowledged.values().stream().mapToInt(Integer::intValue).sum()
                            > before + 200);
            stop.set(true);
        }

        assertThat(unexpected).hasValue(0);
        assertThat(ledger.counters(proposal.id())).isEqualTo(ledger.recount(proposal.id()));
        assertThat(ledger.currentBallots(proposal.id())).isEqualTo(voters.size());
        for (VoterClient voter : voters) {
            int stored = voter.get("/ballot", proposal).path("revision");
            assertThat(stored).isGreaterThanOrEqualTo(acknowledged.get(voter.userId()));
        }
    }

    @Test
    void votesGoOnWithoutRedisAndWithoutKafkaAndTheEventsFollow() {
        backing.redis().kill();
        backing.kafka().kill();
        try {
            for (VoterClient voter : voters.subList(1, 8)) {
                cast(voter, 2);
            }
            voters.getFirst().get("/tally", proposal).then().statusCode(200);
            voters.getFirst().get("/ballots", proposal).then().statusCode(200);
        } finally {
            backing.redis().start();
            backing.kafka().start();
            backing.redis().awaitReady(RESTART);
            backing.kafka().awaitReady(RESTART);
        }

        // At least once, in order: what a consumer sees first of each event is the order of the
        // votes.
        Votes.await(() -> announcedVoters().size() == 8);
        assertThat(announcedVoters())
                .containsExactlyElementsOf(
                        voters.subList(0, 8).stream().map(VoterClient::userId).toList());
    }

    private boolean isRead(String path) {
        return voters.getFirst().get(path, proposal).statusCode() == 200;
    }

    private List<UUID> announcedVoters() {
        return new KafkaProbe(backing)
                .all("voting-events", this::isOurBallot).stream()
                        .map(event -> StrictJson.parse(event.value()).orElseThrow())
                        .map(event -> UUID.fromString(event.get("voterId").textValue()))
                        .distinct()
                        .toList();
    }

    private boolean isOurBallot(ConsumerRecord<String, String> event) {
        return KafkaProbe.type(event).equals(BallotRecorded.TYPE)
                && event.key().equals(proposal.id().toString());
    }

    private static void awaitMore(AtomicInteger answered, int more) {
        int until = answered.get() + more;
        Votes.await(() -> answered.get() >= until);
    }
}
