package com.rechain.dao.voting.result;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.contract.EventContract;
import com.rechain.dao.test.event.KafkaProbe;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import com.rechain.dao.voting.box.WindowMoved;
import com.rechain.dao.voting.support.Ledger;
import com.rechain.dao.voting.support.MovableClock;
import com.rechain.dao.voting.support.Proposal;
import com.rechain.dao.voting.support.VoterClient;
import com.rechain.dao.voting.support.Votes;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Votes whose rules move their end, later or to the present instant. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
@WithTestResource(FakeUserServiceResource.class)
class MovingEndIT {
    private static final Duration EXTENSION = Duration.ofSeconds(60);
    private static final String LATE_QUORUM =
            "{\"quorum\":{\"base\":\"CAST\",\"comparison\":\"GE\",\"amount\":\"6\"},\"ending\":{\"extensionSeconds\":\"60\"}}";
    private static final String EARLY =
            "{\"changeOfVote\":\"NONE\",\"delegation\":{\"depth\":\"0\"},\"ending\":{\"early\":true}}";
    private static final String SUPER_QUORUM =
            "{\"changeOfVote\":\"NONE\",\"ending\":{\"superQuorum\":{\"comparison\":\"GE\",\"amount\":\"5\"}}}";

    FakeUserService users;
    BackingServices backing;

    @Inject Votes votes;
    @Inject Ledger ledger;
    @Inject MovableClock clock;

    private FakeSpace space;
    private VoterClient five;
    private VoterClient three;
    private VoterClient one;

    @BeforeEach
    void aSpaceOfThree() {
        space = users.aSpace();
        five = VoterClient.of(space.aMember(5));
        three = VoterClient.of(space.aMember(3));
        one = VoterClient.of(space.aMember(1));
    }

    @AfterEach
    void letTheClockRun() {
        clock.run();
    }

    @Test
    void theFirstLateBallotThatReachesTheQuorumMovesTheEndOnce() {
        Proposal proposal = open(LATE_QUORUM);
        clock.stopAt(proposal.endsAt().minusSeconds(3));
        five.cast(proposal, 1).then().statusCode(201);
        assertThat(end(proposal)).isEqualTo(proposal.endsAt());

        Instant reached = proposal.endsAt().minusSeconds(2);
        clock.stopAt(reached);
        three.cast(proposal, 2).then().statusCode(201);

        Instant end = reached.plus(EXTENSION);
        assertThat(end(proposal)).isEqualTo(end);
        assertMoved(proposal, WindowMoved.Reason.EXTENDED, end);
        clock.stopAt(end.minus(1, ChronoUnit.MICROS));
        one.cast(proposal, 1).then().statusCode(201);
        assertThat(end(proposal)).isEqualTo(end);
        clock.stopAt(end);
        one.cast(proposal, 2).then().statusCode(409).body("state", equalTo("TALLYING"));
        clock.stopAt(end.plus(1, ChronoUnit.MICROS));
        one.cast(proposal, 2).then().statusCode(409).body("endsAt", equalTo(end.toString()));
    }

    @Test
    void aQuorumThatIsReachedInTimeMovesNothing() {
        Proposal proposal = open(LATE_QUORUM);
        five.cast(proposal, 1);
        clock.stopAt(proposal.endsAt().minus(EXTENSION).minus(1, ChronoUnit.MICROS));
        three.cast(proposal, 2).then().statusCode(201);

        clock.stopAt(proposal.endsAt().minusSeconds(1));
        one.cast(proposal, 1).then().statusCode(201);

        assertThat(end(proposal)).isEqualTo(proposal.endsAt());
    }

    @Test
    void oneMicrosecondIntoTheLastStretchMovesTheEndByOne() {
        Proposal proposal = open(LATE_QUORUM);
        five.cast(proposal, 1);
        clock.stopAt(proposal.endsAt().minus(EXTENSION).plus(1, ChronoUnit.MICROS));

        three.cast(proposal, 2).then().statusCode(201);

        assertThat(end(proposal)).isEqualTo(proposal.endsAt().plus(1, ChronoUnit.MICROS));
    }

    @Test
    void ballotsThatReachItTogetherMoveTheEndOnce() throws Exception {
        List<VoterClient> crowd = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            crowd.add(VoterClient.of(space.aMember(1)));
        }
        Proposal proposal = open(LATE_QUORUM);
        Instant late = proposal.endsAt().minusSeconds(1);
        clock.stopAt(late);

        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            crowd.forEach(
                    voter -> answers.add(all.submit(() -> voter.cast(proposal, 1).statusCode())));
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }

        assertThat(end(proposal)).isEqualTo(late.plus(EXTENSION));
        assertMoved(proposal, WindowMoved.Reason.EXTENDED, late.plus(EXTENSION));
        assertThat(ledger.counters(proposal.id())).isEqualTo(ledger.recount(proposal.id()));
    }

    @Test
    void theBallotAfterWhichNothingCouldChangeEndsTheVote() {
        Proposal proposal = open(EARLY);
        three.cast(proposal, 2).then().statusCode(201);
        assertThat(end(proposal)).isEqualTo(proposal.endsAt());

        Instant now = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MICROS);
        clock.stopAt(now);
        five.cast(proposal, 1).then().statusCode(201);

        Instant end = now.plus(1, ChronoUnit.MICROS);
        assertThat(end(proposal)).isEqualTo(end);
        clock.stopAt(end);
        one.cast(proposal, 2).then().statusCode(409).body("state", equalTo("TALLYING"));
        assertMoved(proposal, WindowMoved.Reason.DECIDED, end);
        clock.stopAt(end.plusSeconds(2));
        votes.close(proposal);
        given().get("/api/v1/proposals/{id}/result", proposal.id())
                .then()
                .statusCode(200)
                .body("outcome", equalTo("SUCCEEDED"))
                .body("result.endsAt", equalTo(end.toString()))
                .body("result.scheduledEndsAt", equalTo(proposal.endsAt().toString()));
    }

    @Test
    void everyBallotThatIsCountedCameBeforeTheEnd() {
        Proposal proposal = open(EARLY);
        Instant now = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MICROS);
        // The instance that took this ballot has a clock that is ahead.
        Instant ahead = now.plusMillis(20);
        clock.stopAt(ahead);
        one.cast(proposal, 1).then().statusCode(201);

        clock.stopAt(now);
        five.cast(proposal, 1).then().statusCode(201);

        assertThat(end(proposal)).isEqualTo(ahead.plus(1, ChronoUnit.MICROS));
    }

    @Test
    void aSuperQuorumEndsWhatPassesAtThatVeryBallot() {
        Proposal proposal = open(SUPER_QUORUM);
        three.cast(proposal, 1).then().statusCode(201);
        assertThat(end(proposal)).isEqualTo(proposal.endsAt());

        Instant now = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MICROS);
        clock.stopAt(now);
        five.cast(proposal, 1).then().statusCode(201);

        Instant end = now.plus(1, ChronoUnit.MICROS);
        assertThat(end(proposal)).isEqualTo(end);
        assertMoved(proposal, WindowMoved.Reason.SUPER_QUORUM, end);
        clock.stopAt(end);
        one.cast(proposal, 2).then().statusCode(409).body("state", equalTo("TALLYING"));
    }

    @Test
    void whoeverComesFirstDecidesNoMatterHowManyCome() throws Exception {
        List<VoterClient> crowd = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            crowd.add(VoterClient.of(space.aMember(1)));
        }
        Proposal proposal = open(SUPER_QUORUM);

        List<Integer> answers = new ArrayList<>();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> casts = new ArrayList<>();
            crowd.forEach(
                    voter -> casts.add(all.submit(() -> voter.cast(proposal, 1).statusCode())));
            for (Future<Integer> cast : casts) {
                answers.add(cast.get());
            }
        }

        assertThat(answers).containsOnly(201, 409);
        assertThat(answers).filteredOn(answer -> answer == 201).hasSizeGreaterThanOrEqualTo(5);
        assertThat(ledger.counters(proposal.id()).total().ballots())
                .isEqualTo(answers.stream().filter(answer -> answer == 201).count());
        assertThat(ledger.counters(proposal.id())).isEqualTo(ledger.recount(proposal.id()));
        assertMoved(proposal, WindowMoved.Reason.SUPER_QUORUM, end(proposal));
    }

    @Test
    void withoutARuleNothingEndsEarly() {
        Proposal proposal = open("{\"changeOfVote\":\"NONE\"}");
        five.cast(proposal, 1);
        three.cast(proposal, 1);

        assertThat(end(proposal)).isEqualTo(proposal.endsAt());
    }

    private Proposal open(String rules) {
        // Tokens expire by the clock that the tests move: they must outlive the later end.
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return votes.open(
                Proposal.running(space.id())
                        .ruledBy(rules)
                        .during(now.minusSeconds(5), now.plusSeconds(120)));
    }

    private Instant end(Proposal proposal) {
        return ledger.row(proposal.id()).endsAt();
    }

    private void assertMoved(Proposal proposal, WindowMoved.Reason reason, Instant end) {
        KafkaProbe topic = new KafkaProbe(backing);
        String event = topic.await("voting-events", WindowMoved.TYPE, proposal.id()).value();
        EventContract.assertKept(WindowMoved.TYPE, event);
        assertThat(event).contains(reason.name()).contains(end.toString());
        assertThat(
                        topic.all(
                                "voting-events",
                                each ->
                                        KafkaProbe.type(each).equals(WindowMoved.TYPE)
                                                && each.key().equals(proposal.id().toString())))
                .hasSize(1);
    }
}
