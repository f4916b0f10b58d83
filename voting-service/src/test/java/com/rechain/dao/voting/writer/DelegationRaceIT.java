package com.rechain.dao.voting.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.telemetry.Tracing;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.power.Carried;
import com.rechain.dao.tally.power.Delegation;
import com.rechain.dao.tally.power.Flow;
import com.rechain.dao.tally.power.Flows;
import com.rechain.dao.tally.power.Occasion;
import com.rechain.dao.tally.power.Policy;
import com.rechain.dao.tally.power.Scope;
import com.rechain.dao.tally.rules.SystemName;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.support.Ledger;
import com.rechain.dao.voting.support.MovableClock;
import com.rechain.dao.voting.support.Proposal;
import com.rechain.dao.voting.support.Votes;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Owners and delegates vote, change and override at the same time through two instances' writers.
 * Whatever the order was, each ballot carries what the frozen flows give it, and counters are the
 * recount.
 */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
@WithTestResource(FakeUserServiceResource.class)
class DelegationRaceIT {
    private static final int MEMBERS = 120;

    FakeUserService users;

    @Inject Votes votes;
    @Inject Ledger ledger;
    @Inject MovableClock clock;
    @Inject AgroalDataSource primary;
    @Inject BallotWriterConfig config;
    @Inject WriterMetrics metrics;
    @Inject Tracing tracing;

    private BallotWriter one;
    private BallotWriter other;

    @BeforeEach
    void twoInstances() {
        one = new BallotWriter(primary, config, metrics, tracing, clock);
        other = new BallotWriter(primary, config, metrics, tracing, clock);
        one.start(new StartupEvent());
        other.start(new StartupEvent());
    }

    @AfterEach
    void theyStop() throws InterruptedException {
        one.stop(new ShutdownEvent());
        other.stop(new ShutdownEvent());
        clock.run();
    }

    @ParameterizedTest
    @CsvSource({"1, BASIC, 1", "2, BASIC, 8", "3, QUADRATIC, 1", "4, QUADRATIC, 4", "5, BASIC, 2"})
    void noOrderOfVotingLosesOrDoublesAnyWeight(long seed, SystemName system, int depth)
            throws Exception {
        Random random = new Random(seed);
        FakeSpace space = users.aSpace();
        Map<UUID, BigInteger> own = members(space, random);
        List<Delegation> delegations = delegations(space, List.copyOf(own.keySet()), random);
        String rules = "{\"delegation\":{\"depth\":\"%d\"}}".formatted(depth);
        Proposal proposal = votes.open(Proposal.running(space.id()).under(system, rules));
        List<Flow> flows =
                Flows.of(
                        own,
                        new Occasion(proposal.id(), List.of()).inForce(delegations),
                        new Policy(depth, null));

        Set<UUID> voted = vote(proposal, own.keySet(), random);

        Map<UUID, BigInteger> weights = ledger.weights(proposal.id());
        assertThat(weights).isEqualTo(Carried.by(own, flows, voted));
        assertThat(ledger.reweightings(proposal.id())).isPositive();
        assertThat(ledger.entriesAtOdds(proposal.id())).isZero();
        assertThat(ledger.counters(proposal.id()).total().weight()).isEqualTo(sum(weights));
        assertThat(ledger.counters(proposal.id())).isEqualTo(ledger.recount(proposal.id()));
        clock.stopAt(proposal.endsAt().plusSeconds(30));
        votes.close(proposal);
        assertThat(ledger.state(proposal.id())).isEqualTo("CLOSED");
    }

    /** Most vote, all at once, some twice; tells whose ballot is in. */
    private Set<UUID> vote(Proposal proposal, Collection<UUID> members, Random random)
            throws Exception {
        Box box = ledger.box(proposal.id());
        List<UUID> casting = new ArrayList<>();
        members.stream().filter(_ -> random.nextInt(5) > 0).forEach(casting::add);
        casting.addAll(casting.subList(0, casting.size() / 2));
        Collections.shuffle(casting, random);
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < casting.size(); i++) {
            UUID voter = casting.get(i);
            BallotWriter writer = i % 2 == 0 ? one : other;
            String choice = choice(proposal, 1 + random.nextInt(3));
            calls.add(() -> cast(writer, box, voter, choice));
        }
        Set<UUID> voted = new HashSet<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(calls.size())) {
            List<Future<Boolean>> answers = clients.invokeAll(calls);
            for (int i = 0; i < answers.size(); i++) {
                if (answers.get(i).get()) {
                    voted.add(casting.get(i));
                }
            }
        }
        return voted;
    }

    /** As a client should: what was not stored is sent again. */
    private boolean cast(BallotWriter writer, Box box, UUID voter, String choice)
            throws InterruptedException {
        while (true) {
            Cast cast =
                    new Cast(
                            box,
                            voter,
                            box.valid(StrictJson.parse(choice).orElseThrow()),
                            null,
                            clock.instant(),
                            null,
                            null);
            switch (writer.cast(cast).toCompletableFuture().join().outcome()) {
                case CastOutcome.Accepted _, CastOutcome.Replaced _, CastOutcome.Repeated _ -> {
                    return true;
                }
                case CastOutcome.NoWeightLeft _, CastOutcome.NotEligible _ -> {
                    return false;
                }
                case CastOutcome.Overloaded _, CastOutcome.Unresolved _ -> {}
                case CastOutcome unexpected -> throw new AssertionError(unexpected);
            }
        }
    }

    private static String choice(Proposal proposal, int option) {
        return proposal.rules().system() == SystemName.QUADRATIC
                ? "{\"%d\":1}".formatted(option)
                : Integer.toString(option);
    }

    private static Map<UUID, BigInteger> members(FakeSpace space, Random random) {
        Map<UUID, BigInteger> own = new HashMap<>();
        for (int i = 0; i < MEMBERS; i++) {
            long weight = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(1_000);
            own.put(space.aMember(weight), BigInteger.valueOf(weight));
        }
        return own;
    }

    private static List<Delegation> delegations(
            FakeSpace space, List<UUID> members, Random random) {
        List<Delegation> delegations = new ArrayList<>();
        for (UUID from : members) {
            for (int i = random.nextInt(4); i > 0; i--) {
                // A few delegates are popular: that is where the locks meet.
                UUID to = members.get(random.nextInt(random.nextBoolean() ? 5 : MEMBERS));
                int part = 1 + random.nextInt(3_300);
                boolean isNew =
                        delegations.stream()
                                .noneMatch(edge ->
                                        edge.delegatorId().equals(from)
                                                && edge.delegateId().equals(to));
                if (isNew && !from.equals(to)) {
                    delegations.add(new Delegation(from, to, new Scope.Space(), part));
                    space.delegate(from, to, "SPACE", part);
                }
            }
        }
        return delegations;
    }

    private static BigInteger sum(Map<UUID, BigInteger> weights) {
        return weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
