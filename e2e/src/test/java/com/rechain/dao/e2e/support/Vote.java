package com.rechain.dao.e2e.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.client.SignedIn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One proposal's vote, as the API shows it. */
public record Vote(Community community, UUID proposalId) {
    public static final int FOR = 1;
    public static final int AGAINST = 2;
    public static final int ABSTAIN = 3;

    public String path() {
        return "/api/v1/proposals/" + proposalId;
    }

    /** Casts a ballot. */
    public Reply cast(SignedIn voter, int choice) {
        return voter.api().put(path() + "/ballot", Map.of("choice", choice));
    }

    /** Casts a ballot that may be sent again under the same key. */
    public Reply cast(SignedIn voter, int choice, String idempotencyKey) {
        return voter.api()
                .with("Idempotency-Key", idempotencyKey)
                .put(path() + "/ballot", Map.of("choice", choice));
    }

    /** Waits until the proposal is in {@code state}. */
    public Vote awaitState(String state) {
        Waiting.until(
                () -> anyone().get(path()),
                reply -> reply.succeeded() && reply.text("state").equals(state));
        return this;
    }

    public Reply tally() {
        return anyone().get(path() + "/tally").orFail();
    }

    /** The tally as soon as it shows {@code ballots} ballots. */
    public Reply tallyOf(int ballots) {
        return Waiting.until(this::tally, reply -> reply.json().path("ballots").asInt() == ballots);
    }

    /** The certified result, once there is one. */
    public Reply result() {
        return Waiting.until(() -> anyone().get(path() + "/result?explain=true"), Reply::succeeded);
    }

    /** The current ballots by voter, read page by page from the public list. */
    public Map<String, JsonNode> ballots() {
        Map<String, JsonNode> ballots = new HashMap<>();
        String cursor = "";
        do {
            Reply page = anyone().get(path() + "/ballots?limit=100" + cursor).orFail();
            for (JsonNode ballot : page.json().path("items")) {
                JsonNode twice = ballots.put(ballot.path("voterId").asText(), ballot);
                if (twice != null) {
                    throw new IllegalStateException(
                            "two ballots of one voter: " + twice + " and " + ballot);
                }
            }
            JsonNode next = page.json().path("nextCursor");
            cursor = next.isTextual() ? "&cursor=" + next.asText() : "";
        } while (!cursor.isEmpty());
        return ballots;
    }

    /** The scores by choice, as decimal text. */
    public static List<String> scores(Reply tally) {
        List<String> scores = new ArrayList<>();
        tally.json().path("scores").forEach(score -> scores.add(score.path("score").asText()));
        return scores;
    }

    private static ApiClient anyone() {
        return Platform.anyone();
    }
}
