package com.rechain.dao.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.e2e.support.Community;
import com.rechain.dao.e2e.support.Platform;
import com.rechain.dao.e2e.support.Vote;
import com.rechain.dao.e2e.support.Waiting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Weight given to others by topic, voted with, taken back, and explained at every step. */
@Execution(ExecutionMode.CONCURRENT)
class DelegationIT {
    private static final List<String> SIDES = List.of("For", "Against", "Abstain");

    private final Community community = Community.of(2);
    private final SignedIn owner = community.owner();
    private final SignedIn delegate = community.members().getFirst();
    private final SignedIn other = community.members().get(1);

    @Test
    void whoDelegatesCanStillVoteAndNothingIsCountedTwice() {
        weigh(owner, "10");
        give(Map.of("kind", "SPACE"), other, 10_000);
        give(Map.of("kind", "TOPIC", "topic", "treasury"), delegate, 7_500);
        Vote vote =
                community.openVote(Community.SHORT, "basic", SIDES, Map.of(), List.of("treasury"));

        assertThat(vote.cast(delegate, Vote.FOR).orFail().text("weight")).isEqualTo("8");
        assertThat(vote.cast(other, Vote.AGAINST).orFail().text("weight")).isEqualTo("1");
        assertThat(Vote.scores(vote.tallyOf(2))).containsExactly("8", "1", "0");
        assertThat(vote.cast(owner, Vote.AGAINST).orFail().text("weight")).isEqualTo("10");

        assertThat(Vote.scores(vote.tallyOf(3))).containsExactly("1", "11", "0");
        JsonNode source = entry(vote, delegate, "1").path("received").path(0);
        assertThat(source.path("ownerId").asText()).isEqualTo(owner.id().toString());
        assertThat(source.path("amount").asText()).isEqualTo("7");
        assertThat(source.path("overriddenBy").asText()).isEqualTo(owner.id().toString());
        assertThat(source.at("/path/0/scope").asText()).isEqualTo("TOPIC:treasury");
        vote.awaitState("DEFEATED");
        assertThat(vote.result().text("outcome")).isEqualTo("DEFEATED");
        assertThat(vote.ballots().get(delegate.id().toString()).path("weight").asText())
                .isEqualTo("1");
    }

    @Test
    void powerIsExplainedAndTakenBack() {
        weigh(owner, "10");
        give(Map.of("kind", "SPACE"), delegate, 2_500);

        Reply power =
                Waiting.until(
                        () -> power(delegate),
                        reply -> reply.json().at("/delegated/received").asText().equals("2"));
        assertThat(power.text("weight")).isEqualTo("1");
        owner.api().delete(spacePath() + "/delegations/" + delegate.id()).orFail();

        Waiting.until(
                () -> power(delegate),
                reply ->
                        reply.json()
                                .at("/delegated/receivedZeroBecause")
                                .asText()
                                .equals("NO_DELEGATION"));
        Waiting.until(
                () -> Platform.anyone().get(spacePath() + "/delegates"),
                reply -> reply.json().path("items").isEmpty());
    }

    /** The voter's entry once it shows the loss. */
    private static JsonNode entry(Vote vote, SignedIn voter, String now) {
        return Waiting.until(
                        () ->
                                Platform.anyone()
                                        .get(vote.path() + "/electorate/" + voter.id())
                                        .orFail(),
                        reply -> reply.text("weight").equals(now))
                .json();
    }

    private Reply power(SignedIn of) {
        return Platform.anyone().get(spacePath() + "/power/" + of.id() + "?explain=true").orFail();
    }

    private void weigh(SignedIn member, String weight) {
        owner.api().put(spacePath() + "/members/" + member.id(), Map.of("weight", weight)).orFail();
    }

    private void give(Map<String, Object> scope, SignedIn to, int basisPoints) {
        owner.api()
                .put(
                        spacePath() + "/delegations",
                        Map.of(
                                "scope",
                                scope,
                                "delegates",
                                List.of(Map.of("delegateId", to.id(), "basisPoints", basisPoints))))
                .orFail();
    }

    private String spacePath() {
        return "/api/v1/spaces/" + community.spaceId();
    }
}
