package com.rechain.dao.perf.lab.reconcile;

import com.rechain.dao.perf.lab.request.RequestLine;
import com.rechain.dao.perf.lab.scenario.Scenario;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares what was acknowledged with the databases and the event log. A write without a clear
 * answer may be there or not; everything else must be exactly as it was answered.
 */
public final class Reconciler {
    private final Ledger ledger;
    private final List<Event> events;
    private final Findings findings = new Findings();

    public Reconciler(Ledger ledger, List<Event> events) {
        this.ledger = ledger;
        this.events = List.copyOf(events);
    }

    /**
     * Compares a run.
     *
     * @param prefix begins all names that the run gave
     * @param proposals that it voted on
     */
    public Reconciliation compare(
            Scenario scenario,
            String prefix,
            String space,
            Collection<String> proposals,
            List<RequestLine> writes) {
        switch (scenario) {
            case REGISTRATION -> registrations(prefix, writes);
            case PROPOSAL -> proposals(prefix, space, writes);
            case VOTING ->
                    new BallotComparison(ledger, findings, writes).compare(proposals, events);
            case RETRIEVAL -> findings.checked("writes", writes.size());
        }
        return findings.reconciliation();
    }

    private void registrations(String prefix, List<RequestLine> writes) {
        List<Ledger.Account> accounts = ledger.accounts(prefix);
        Map<String, List<Ledger.Account>> byHandle =
                accounts.stream().collect(Collectors.groupingBy(Ledger.Account::handle));
        Set<String> undecided = contents(writes, RequestLine::undecided);
        Set<String> acknowledged = contents(writes, RequestLine::acknowledged);
        for (RequestLine write : writes) {
            List<Ledger.Account> there = byHandle.getOrDefault(write.content(), List.of());
            if (write.acknowledged()) {
                findings.require(
                        there.size() == 1 && there.getFirst().id().equals(write.id()),
                        "account %s was acknowledged as %s and is there as %s",
                        write.content(),
                        write.id(),
                        there);
            }
        }
        for (Ledger.Account account : accounts) {
            findings.require(
                    acknowledged.contains(account.handle()) || undecided.contains(account.handle()),
                    "account %s is there and was never acknowledged",
                    account.handle());
        }
        findings.checked("accounts", accounts.size());
        onceEach("user.registered.v1", accounts.stream().map(Ledger.Account::id).toList());
    }

    private void proposals(String prefix, String space, List<RequestLine> writes) {
        List<Ledger.Proposal> there = ledger.proposals(prefix);
        Map<String, List<Ledger.Proposal>> byTitle =
                there.stream().collect(Collectors.groupingBy(Ledger.Proposal::title));
        Map<String, Ledger.Proposal> byId =
                there.stream().collect(Collectors.toMap(Ledger.Proposal::id, Function.identity()));
        for (RequestLine write : writes) {
            if (write.step().equals("draft") && write.acknowledged()) {
                List<Ledger.Proposal> found = byTitle.getOrDefault(write.content(), List.of());
                findings.require(
                        found.size() == 1 && found.getFirst().id().equals(write.id()),
                        "proposal \"%s\" was acknowledged as %s and is there as %s",
                        write.content(),
                        write.id(),
                        found);
            } else if (write.step().equals("publish")) {
                published(write, byId.get(write.id()));
            }
        }
        unasked(there, writes);
        findings.checked("proposals", there.size());
        onceEach(
                "proposal.published.v1",
                there.stream()
                        .filter(Ledger.Proposal::published)
                        .map(Ledger.Proposal::id)
                        .toList());
        Ledger.Numbers numbers = ledger.numbers(space);
        findings.require(
                numbers.last() == numbers.highest() && numbers.last() >= numbers.proposals(),
                "the space counts to number %d, its proposals to %d, and there are %d of them",
                numbers.last(),
                numbers.highest(),
                numbers.proposals());
    }

    private void published(
            RequestLine write, Ledger.@org.jspecify.annotations.Nullable Proposal proposal) {
        boolean published = proposal != null && proposal.published();
        findings.require(
                published || !write.acknowledged(),
                "proposal %s was acknowledged as published and is not",
                write.id());
        findings.require(
                !published || !write.refused(),
                "proposal %s is published although that was refused with %d",
                write.id(),
                write.status());
    }

    private void unasked(List<Ledger.Proposal> there, List<RequestLine> writes) {
        Set<String> known = contents(writes, RequestLine::acknowledged);
        known.addAll(contents(writes, RequestLine::undecided));
        for (Ledger.Proposal proposal : there) {
            findings.require(
                    known.contains(proposal.title()),
                    "proposal \"%s\" is there and was never acknowledged",
                    proposal.title());
        }
    }

    private void onceEach(String type, Collection<String> effects) {
        EventCount.of(events, type).requireOnceEach(effects, findings);
    }

    private static Set<String> contents(
            List<RequestLine> writes, java.util.function.Predicate<RequestLine> which) {
        return writes.stream()
                .filter(which)
                .map(RequestLine::content)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
