package com.rechain.dao.perf.lab.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.perf.lab.reconcile.Ledger.Account;
import com.rechain.dao.perf.lab.reconcile.Ledger.Ballot;
import com.rechain.dao.perf.lab.reconcile.Ledger.Counter;
import com.rechain.dao.perf.lab.reconcile.Ledger.Numbers;
import com.rechain.dao.perf.lab.reconcile.Ledger.Proposal;
import com.rechain.dao.perf.lab.request.RequestLine;
import com.rechain.dao.perf.lab.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconcilerTest {
    private final KeptLedger ledger = new KeptLedger();
    private final List<Event> events = new ArrayList<>();
    private final List<RequestLine> writes = new ArrayList<>();

    @Test
    void whatIsThereAsAcknowledgedHolds() {
        vote(201, "v1", "1");
        vote(201, "v2", "2");
        vote(409, "v3", "2");

        assertThat(compare(Scenario.VOTING).holds()).isTrue();
    }

    @Test
    void aLostBallotIsAMismatch() {
        vote(201, "v1", "1");
        vote(201, "v2", "2");
        ledger.ballots.removeLast();

        assertThat(compare(Scenario.VOTING).mismatches())
                .anyMatch(text ->
                        text.startsWith("ballot p/v2 for 2 was acknowledged and is there as null"))
                .anyMatch(text -> text.startsWith("the counters of p say"))
                .anyMatch(text -> text.contains("tells of p/v2/1, which is not there"));
    }

    @Test
    void aBallotWithAnotherChoiceIsAMismatch() {
        vote(201, "v1", "1");
        ledger.ballots.set(0, new Ballot("p", "v1", 1, 1, "2", "1"));

        assertThat(compare(Scenario.VOTING).mismatches())
                .anyMatch(text -> text.startsWith("ballot p/v1 for 1 was acknowledged"));
    }

    @Test
    void anEventThatIsToldTwiceIsAMismatch() {
        vote(201, "v1", "1");
        events.add(new Event("ballot.recorded.v1", "another", "p/v1/1"));

        assertThat(compare(Scenario.VOTING).mismatches())
                .containsExactly("ballot.recorded.v1 tells of p/v1/1 2 times");
    }

    @Test
    void theSameEventDeliveredAgainIsNone() {
        vote(201, "v1", "1");
        events.add(events.getFirst());

        Reconciliation reconciliation = compare(Scenario.VOTING);

        assertThat(reconciliation.holds()).isTrue();
        assertThat(reconciliation.checked()).containsEntry("events delivered again", 1L);
    }

    @Test
    void anEventThatIsMissingIsAMismatch() {
        vote(201, "v1", "1");
        events.clear();

        assertThat(compare(Scenario.VOTING).mismatches())
                .containsExactly("ballot.recorded.v1 tells of p/v1/1 0 times");
    }

    @Test
    void aRefusedBallotThatIsThereIsAMismatch() {
        vote(201, "v1", "1");
        writes.set(0, write("vote", 409, "p/v1", "1"));

        assertThat(compare(Scenario.VOTING).mismatches())
                .containsExactly("ballot p/v1 is there although it was refused");
    }

    @Test
    void aBallotWithoutAnAnswerMayBeThereOrNot() {
        vote(201, "v1", "1");
        writes.set(0, write("vote", 0, "p/v1", "1"));
        writes.add(write("vote", 503, "p/v2", "1"));

        assertThat(compare(Scenario.VOTING).holds()).isTrue();
    }

    @Test
    void aCounterThatIsNoRecountIsAMismatch() {
        vote(201, "v1", "1");
        ledger.counters.put("p", Map.of("1", new Counter("1", 2, "2")));

        assertThat(compare(Scenario.VOTING).mismatches())
                .singleElement()
                .asString()
                .startsWith("the counters of p say");
    }

    @Test
    void anAccountUnderAnotherIdIsAMismatch() {
        writes.add(write("register", 201, "id1", "ada"));
        ledger.accounts.add(new Account("id2", "ada"));
        events.add(new Event("user.registered.v1", "e", "id2"));

        assertThat(compare(Scenario.REGISTRATION).mismatchCount()).isEqualTo(1);
    }

    @Test
    void anAccountThatNobodyWasToldOfIsAMismatch() {
        ledger.accounts.add(new Account("id", "ghost"));
        events.add(new Event("user.registered.v1", "e", "id"));

        assertThat(compare(Scenario.REGISTRATION).mismatches())
                .containsExactly("account ghost is there and was never acknowledged");
    }

    @Test
    void aProposalThatIsThereTwiceIsAMismatch() {
        writes.add(write("draft", 201, "p1", "title"));
        ledger.proposals.add(new Proposal("p1", "title", false));
        ledger.proposals.add(new Proposal("p2", "title", false));
        ledger.numbers = new Numbers(2, 2, 2);

        assertThat(compare(Scenario.PROPOSAL).mismatches())
                .singleElement()
                .asString()
                .startsWith("proposal \"title\" was acknowledged as p1");
    }

    @Test
    void aProposalThatWasPublishedOnPaperOnlyIsAMismatch() {
        writes.add(write("draft", 201, "p1", "title"));
        writes.add(write("publish", 200, "p1", "-"));
        ledger.proposals.add(new Proposal("p1", "title", false));
        ledger.numbers = new Numbers(1, 1, 1);

        assertThat(compare(Scenario.PROPOSAL).mismatches())
                .containsExactly("proposal p1 was acknowledged as published and is not");
    }

    @Test
    void aNumberThatIsCountedTwiceIsAMismatch() {
        ledger.numbers = new Numbers(1, 1, 2);

        assertThat(compare(Scenario.PROPOSAL).mismatches())
                .containsExactly(
                        "the space counts to number 1, its proposals to 1, and there are 2 of them");
    }

    private Reconciliation compare(Scenario scenario) {
        return new Reconciler(ledger, events).compare(scenario, "x", "s", List.of("p"), writes);
    }

    /** A vote with everything that follows from its answer. */
    private void vote(int status, String voter, String choice) {
        writes.add(write("vote", status, "p/" + voter, choice));
        if (status == 201) {
            ledger.ballots.add(new Ballot("p", voter, 1, 1, choice, "1"));
            events.add(new Event("ballot.recorded.v1", "e" + voter, "p/" + voter + "/1"));
            ledger.counters
                    .computeIfAbsent("p", _ -> new java.util.TreeMap<>())
                    .put(choice, new Counter(choice, 1, "1"));
        }
    }

    private static RequestLine write(String step, int status, String id, String content) {
        return new RequestLine(1, 1, status, step, id, "key", content);
    }
}
