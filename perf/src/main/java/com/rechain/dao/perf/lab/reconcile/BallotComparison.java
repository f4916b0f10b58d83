package com.rechain.dao.perf.lab.reconcile;

import com.rechain.dao.perf.lab.request.RequestLine;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Compares ballots: each acknowledged one is there once, no refused one is, and the counters equal
 * a recount.
 */
final class BallotComparison {
    private final Ledger ledger;
    private final Findings findings;
    private final List<RequestLine> writes;

    BallotComparison(Ledger ledger, Findings findings, List<RequestLine> writes) {
        this.ledger = ledger;
        this.findings = findings;
        this.writes = List.copyOf(writes);
    }

    void compare(Collection<String> proposals, List<Event> events) {
        List<Ledger.Ballot> ballots = ledger.ballots(proposals);
        acknowledgedAreThere(ballots);
        othersAreNot(ballots);
        counters(proposals, ballots);
        findings.checked("ballots", ballots.size());
        List<String> effects = ballots.stream().flatMap(BallotComparison::effects).toList();
        EventCount told = EventCount.of(ofThese(events, proposals), "ballot.recorded.v1");
        told.requireOnceEach(effects, findings);
        told.requireNoOthers(effects, findings);
    }

    private void acknowledgedAreThere(List<Ledger.Ballot> ballots) {
        Map<String, Ledger.Ballot> byPair =
                ballots.stream()
                        .collect(Collectors.toMap(Ledger.Ballot::pair, Function.identity()));
        for (RequestLine write : writes) {
            Ledger.Ballot ballot = byPair.get(write.id());
            if (write.acknowledged()) {
                findings.require(
                        ballot != null
                                && ballot.choice().equals(write.content())
                                && ballot.revision() == 1
                                && ballot.revisions() == 1,
                        "ballot %s for %s was acknowledged and is there as %s",
                        write.id(),
                        write.content(),
                        ballot);
            }
        }
    }

    private void othersAreNot(List<Ledger.Ballot> ballots) {
        Set<String> acknowledged = ids(RequestLine::acknowledged);
        Set<String> undecided = ids(RequestLine::undecided);
        Set<String> refused = ids(RequestLine::refused);
        for (Ledger.Ballot ballot : ballots) {
            String pair = ballot.pair();
            findings.require(
                    acknowledged.contains(pair) || undecided.contains(pair),
                    refused.contains(pair)
                            ? "ballot %s is there although it was refused"
                            : "ballot %s is there and nobody cast it",
                    pair);
        }
    }

    private void counters(Collection<String> proposals, List<Ledger.Ballot> ballots) {
        Map<String, List<Ledger.Ballot>> byProposal =
                ballots.stream().collect(Collectors.groupingBy(Ledger.Ballot::proposal));
        for (String proposal : proposals) {
            Map<String, Ledger.Counter> recount = new TreeMap<>();
            for (Ledger.Ballot ballot : byProposal.getOrDefault(proposal, List.of())) {
                recount.merge(
                        ballot.choice(),
                        new Ledger.Counter(ballot.choice(), 1, ballot.weight()),
                        BallotComparison::sum);
            }
            Map<String, Ledger.Counter> counted = new TreeMap<>(ledger.counters(proposal));
            counted.values().removeIf(counter -> counter.ballots() == 0);
            findings.require(
                    counted.equals(recount),
                    "the counters of %s say %s and a recount says %s",
                    proposal,
                    counted.values(),
                    recount.values());
        }
        findings.checked("tallies", proposals.size());
    }

    private Set<String> ids(Predicate<RequestLine> which) {
        return writes.stream().filter(which).map(RequestLine::id).collect(Collectors.toSet());
    }

    private static Ledger.Counter sum(Ledger.Counter one, Ledger.Counter other) {
        BigInteger weight = new BigInteger(one.weight()).add(new BigInteger(other.weight()));
        return new Ledger.Counter(one.choice(), one.ballots() + other.ballots(), weight.toString());
    }

    private static java.util.stream.Stream<String> effects(Ledger.Ballot ballot) {
        return IntStream.rangeClosed(1, ballot.revision())
                .mapToObj(revision -> ballot.pair() + "/" + revision);
    }

    /** Other runs may be in the same stretch of the log. */
    private static List<Event> ofThese(List<Event> events, Collection<String> proposals) {
        Set<String> these = Set.copyOf(proposals);
        return new ArrayList<>(events)
                .stream().filter(event -> these.contains(event.effect().split("/", 2)[0])).toList();
    }
}
