package com.rechain.dao.e2e.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.e2e.support.Traffic.Exchange;
import com.rechain.dao.e2e.support.Traffic.Kind;
import java.util.List;
import java.util.Map;

/** Holds what voters were told against what the platform says now. */
public final class Ledger {
    private Ledger() {}

    /** Nothing acknowledged is lost, nobody counts twice, and the counters equal a recount. */
    public static void reconcile(Vote vote, Traffic traffic) {
        Map<String, JsonNode> ballots =
                Waiting.until(vote::ballots, shown -> showsAll(shown, traffic));
        for (Exchange exchange : traffic.all()) {
            if (exchange.kind() == Kind.VOTE && exchange.status() / 100 == 2) {
                assertShown(ballots, exchange.reply());
            }
        }
        Reply tally =
                Waiting.until(
                        vote::tally, reply -> Vote.scores(reply).equals(recount(vote.ballots())));
        assertThat(tally.json().path("ballots").asInt()).isEqualTo(ballots.size());
    }

    /** Ballots are listed from the replica, which may still have to catch up. */
    private static boolean showsAll(Map<String, JsonNode> ballots, Traffic traffic) {
        return traffic.all().stream()
                .filter(exchange -> exchange.kind() == Kind.VOTE && exchange.status() / 100 == 2)
                .allMatch(exchange ->
                        revision(ballots.get(exchange.reply().text("voterId")))
                                >= revision(exchange.reply().json()));
    }

    private static void assertShown(Map<String, JsonNode> ballots, Reply receipt) {
        JsonNode shown = ballots.get(receipt.text("voterId"));
        assertThat(shown).as("the ballot of %s", receipt.body()).isNotNull();
        assertThat(revision(shown)).isGreaterThanOrEqualTo(revision(receipt.json()));
        if (revision(shown) == revision(receipt.json())) {
            assertThat(shown.path("ballotHash").asText()).isEqualTo(receipt.text("ballotHash"));
        }
    }

    private static int revision(JsonNode ballot) {
        return ballot == null ? 0 : ballot.path("revision").asInt();
    }

    private static List<String> recount(Map<String, JsonNode> ballots) {
        int[] counts = new int[3];
        ballots.values().forEach(ballot -> counts[ballot.path("choice").asInt() - 1]++);
        return List.of("" + counts[0], "" + counts[1], "" + counts[2]);
    }
}
