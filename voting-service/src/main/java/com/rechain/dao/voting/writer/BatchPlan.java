package com.rechain.dao.voting.writer;

import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.voting.writer.BatchFacts.UsedKey;
import com.rechain.dao.voting.writer.CastOutcome.Accepted;
import com.rechain.dao.voting.writer.CastOutcome.KeyReused;
import com.rechain.dao.voting.writer.CastOutcome.Repeated;
import com.rechain.dao.voting.writer.CastOutcome.Replaced;
import com.rechain.dao.voting.writer.CastOutcome.Replayed;
import com.rechain.dao.voting.writer.KeyedRequest.Slot;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction will write for a batch of ballots, decided ballot by ballot in their order:
 * a later ballot of the same voter sees the earlier one. Pure; the database is not asked again.
 */
final class BatchPlan {

    /** A ballot that will be recorded. */
    record Recorded(Cast cast, Receipt receipt) {}

    /**
     * The last ballot of a voter in this batch, which becomes the current one.
     *
     * @param replaces the revision that is current now, 0 where there is none
     */
    record Current(Receipt receipt, int replaces) {}

    /** A counter of the tally; its order is the order in which counters are locked. */
    record Counter(UUID proposalId, String choice) implements Comparable<Counter> {
        @Override
        public int compareTo(Counter other) {
            int order = proposalId.compareTo(other.proposalId);
            return order != 0 ? order : choice.compareTo(other.choice);
        }
    }

    /** An idempotency key that this batch uses up. */
    record Used(KeyedRequest request, String receipt) {}

    private final BatchFacts facts;
    private final Map<BallotKey, CurrentBallot> ballots;
    private final Map<BallotKey, BigInteger> weights;
    private final Map<Slot, UsedKey> keys;
    private final Overrides overrides;
    private final List<CastOutcome> outcomes = new ArrayList<>();
    private final List<Recorded> recorded = new ArrayList<>();
    private final Map<BallotKey, Current> currents = new LinkedHashMap<>();
    private final CounterChanges counters = new CounterChanges();
    private final List<Used> used = new ArrayList<>();

    private BatchPlan(BatchFacts facts) {
        this.facts = facts;
        this.ballots = new HashMap<>(facts.current());
        this.weights = new HashMap<>(facts.weights());
        this.keys = new HashMap<>(facts.keys());
        this.overrides = new Overrides(facts.passing());
    }

    static BatchPlan of(List<Cast> casts, BatchFacts facts) {
        BatchPlan plan = new BatchPlan(facts);
        casts.forEach(cast -> plan.outcomes.add(plan.decide(cast)));
        return plan;
    }

    private CastOutcome decide(Cast cast) {
        KeyedRequest request = cast.request();
        UsedKey before = request == null ? null : keys.get(request.slot());
        if (request != null && before != null) {
            return before.requestHash().equals(request.requestHash())
                    ? new Replayed(before.receipt())
                    : new KeyReused();
        }
        return switch (ruling(cast)) {
            case Ruling.First(BigInteger weight) -> {
                String receipt = record(cast, null, weight);
                override(cast);
                yield new Accepted(receipt);
            }
            case Ruling.Replace(CurrentBallot current, BigInteger weight) ->
                    new Replaced(record(cast, current, weight));
            case Ruling.Repeat(CurrentBallot current) -> {
                use(request, current.receipt());
                yield new Repeated(current.receipt());
            }
            case Ruling.NotEligible() -> new CastOutcome.NotEligible();
            case Ruling.NoWeightLeft() -> new CastOutcome.NoWeightLeft();
            case Ruling.AlreadyVoted(int revision, var castAt) ->
                    new CastOutcome.AlreadyVoted(revision, castAt);
            case Ruling.NotOpen(String state, var startsAt, var endsAt) ->
                    new CastOutcome.NotOpen(state, startsAt, endsAt);
        };
    }

    private Ruling ruling(Cast cast) {
        return BallotRules.decide(
                cast,
                Objects.requireNonNull(facts.boxes().get(cast.box().proposalId())),
                weights.get(cast.key()),
                ballots.get(cast.key()));
    }

    private String record(Cast cast, @Nullable CurrentBallot replaced, BigInteger weight) {
        int revision = replaced == null ? 1 : replaced.revision() + 1;
        Receipt receipt = Receipt.of(cast, revision, weight);
        CurrentBallot current = CurrentBallot.of(receipt);
        CurrentBallot stored = facts.current().get(cast.key());
        recorded.add(new Recorded(cast, receipt));
        currents.put(cast.key(), new Current(receipt, stored == null ? 0 : stored.revision()));
        ballots.put(cast.key(), current);
        if (replaced != null) {
            counters.take(cast.box(), replaced);
        }
        counters.add(cast.box(), current);
        use(cast.request(), current.receipt());
        return current.receipt();
    }

    /**
     * Who votes in person takes back what others would vote with, whether they have voted or not.
     */
    private void override(Cast cast) {
        overrides
                .take(cast.key())
                .forEach((target, amount) -> {
                    weights.computeIfPresent(target, (_, had) -> had.subtract(amount));
                    CurrentBallot ballot = ballots.get(target);
                    if (ballot != null) {
                        reweigh(cast, target, ballot, ballot.weight().subtract(amount));
                    }
                });
    }

    private void reweigh(Cast cast, BallotKey target, CurrentBallot ballot, BigInteger less) {
        CurrentBallot lighter = ballot.carrying(less);
        ballots.put(target, lighter);
        counters.take(cast.box(), ballot);
        counters.add(cast.box(), lighter);
        overrides.reweighted(
                new Reweighted(
                        target,
                        cast.voterId(),
                        ballot.revision(),
                        ballot.weight(),
                        less,
                        cast.receivedAt(),
                        cast.traceparent()));
    }

    private void use(@Nullable KeyedRequest request, String receipt) {
        if (request != null) {
            keys.put(request.slot(), new UsedKey(request.requestHash(), receipt));
            used.add(new Used(request, receipt));
        }
    }

    /** One outcome per ballot, in the ballots' order; true once the transaction has committed. */
    List<CastOutcome> outcomes() {
        return outcomes;
    }

    List<Recorded> recorded() {
        return recorded;
    }

    List<Current> currents() {
        return List.copyOf(currents.values());
    }

    /** The changes of the tally's counters, without those that cancel out. */
    Map<Counter, Count> counters() {
        return counters.all();
    }

    /** What the batch's ballots take back from others. */
    Overrides overrides() {
        return overrides;
    }

    List<Used> used() {
        return used;
    }
}
