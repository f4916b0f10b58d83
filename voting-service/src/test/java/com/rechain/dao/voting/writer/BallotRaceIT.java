package com.rechain.dao.voting.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import com.rechain.dao.voting.support.Ledger;
import com.rechain.dao.voting.support.Proposal;
import com.rechain.dao.voting.support.VoterClient;
import com.rechain.dao.voting.support.Votes;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
@WithTestResource(FakeUserServiceResource.class)
class BallotRaceIT {
    private static final int PARALLEL = 200;

    FakeUserService users;

    @Inject Votes votes;
    @Inject Ledger ledger;
    @Inject MeterRegistry metrics;

    private FakeSpace space;

    @BeforeEach
    void aSpace() {
        space = users.aSpace();
    }

    @Test
    void conflictingBallotsOfOneVoterLeaveExactlyOneThatCounts() throws Exception {
        VoterClient voter = VoterClient.of(space.aMember(7));
        Proposal proposal = votes.open(Proposal.running(space.id()));

        List<Response> answers = atOnce(i -> voter.cast(proposal, 1 + i % 3));

        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(ledger.currentBallots(proposal.id())).isEqualTo(1);
        assertThat(ledger.counters(proposal.id()).total().ballots()).isEqualTo(1);
        assertThat(ledger.counters(proposal.id())).isEqualTo(ledger.recount(proposal.id()));
        assertThat(
                        answers.stream()
                                .map(answer -> answer.<Integer>path("revision"))
                                .distinct()
                                .count())
                .isEqualTo(ledger.revisions(proposal.id()));
    }

    @Test
    void onceOnlyMeansOnceUnderAnyRace() throws Exception {
        VoterClient voter = VoterClient.of(space.aMember(7));
        Proposal proposal = votes.open(Proposal.running(space.id()).onceOnly());

        List<Response> answers = atOnce(i -> voter.cast(proposal, 1 + i % 3));

        int choice = voter.get("/ballot", proposal).path("choice");
        String receipt = voter.cast(proposal, choice).asString();
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers)
                .allSatisfy(answer -> {
                    if (answer.statusCode() == 409) {
                        assertThat(answer.<String>path("code")).isEqualTo("already-voted");
                    } else {
                        assertThat(answer.asString()).isEqualTo(receipt);
                    }
                });
        assertThat(ledger.revisions(proposal.id())).isEqualTo(1);
    }

    @Test
    void retriesWithOneKeyAllGetTheSameReceipt() throws Exception {
        VoterClient voter = VoterClient.of(space.aMember(7));
        Proposal proposal = votes.open(Proposal.running(space.id()));

        List<Response> answers = atOnce(_ -> voter.cast(proposal, 2, "one-key"));

        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(ledger.revisions(proposal.id())).isEqualTo(1);
        assertThat(ledger.keys(proposal.id())).isEqualTo(1);
    }

    @Test
    void manyVotersAreAllCountedAndBatched() throws Exception {
        List<VoterClient> voters =
                IntStream.range(0, PARALLEL)
                        .mapToObj(_ -> VoterClient.of(space.aMember(3)))
                        .toList();
        Proposal proposal = votes.open(Proposal.running(space.id()));
        double before = accepted();

        List<Response> answers = atOnce(i -> voters.get(i).cast(proposal, 1 + i % 3));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(accepted() - before).isEqualTo(PARALLEL);
        assertThat(ledger.counters(proposal.id()).total().ballots()).isEqualTo(PARALLEL);
        assertThat(ledger.counters(proposal.id()).total().weight()).isEqualTo(3 * PARALLEL);
        assertThat(ledger.counters(proposal.id())).isEqualTo(ledger.recount(proposal.id()));
    }

    @Test
    void oneBallotThatCannotBeWrittenFailsAlone() throws Exception {
        List<VoterClient> voters =
                IntStream.range(0, PARALLEL)
                        .mapToObj(_ -> VoterClient.of(space.aMember(1)))
                        .toList();
        UUID unlucky = voters.get(77).userId();
        Proposal proposal = votes.open(Proposal.running(space.id()));
        // A revision that nobody acknowledged stands in the way of this voter's first ballot.
        ledger.tamper(
                """
                INSERT INTO ballot_revision
                    (proposal_id, voter_id, revision, choice, weight, nonce, ballot_hash, cast_at, receipt)
                VALUES (?, UNHEX(REPLACE('%s', '-', '')), 1, '1', 1, '', '', '2026-01-01', '{}')\
                """
                        .formatted(unlucky),
                proposal.id());

        List<Response> answers = atOnce(i -> voters.get(i).cast(proposal, 1));

        for (int i = 0; i < PARALLEL; i++) {
            assertThat(answers.get(i).statusCode()).isEqualTo(i == 77 ? 500 : 201);
        }
        assertThat(ledger.currentBallots(proposal.id())).isEqualTo(PARALLEL - 1);
        assertThat(ledger.counters(proposal.id())).isEqualTo(ledger.recount(proposal.id()));
    }

    /** As a client should: 503 means that the same request may be sent again. */
    private static Response answered(IntFunction<Response> request, int i) {
        Response answer = request.apply(i);
        while (answer.statusCode() == 503) {
            answer = request.apply(i);
        }
        return answer;
    }

    private double accepted() {
        return metrics.counter("dao.ballots", "outcome", "accepted").count();
    }

    private static List<Response> atOnce(IntFunction<Response> request) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(PARALLEL)) {
            List<Callable<Response>> calls =
                    IntStream.range(0, PARALLEL)
                            .<Callable<Response>>mapToObj(i -> () -> answered(request, i))
                            .toList();
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : clients.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
