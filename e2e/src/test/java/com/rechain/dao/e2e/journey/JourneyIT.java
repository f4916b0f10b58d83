package com.rechain.dao.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.e2e.support.Community;
import com.rechain.dao.e2e.support.Platform;
import com.rechain.dao.e2e.support.Vote;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * From registration to a certified result, through the gateway, over two instances of
 * voting-service.
 */
@Execution(ExecutionMode.CONCURRENT)
class JourneyIT {
    @Test
    void aCommunityDecidesAndEveryoneCanSeeWhy() {
        Community community = Community.of(5);
        Vote vote = community.openVote(Community.SHORT);
        List<SignedIn> members = community.members();

        for (SignedIn member : members.subList(0, 3)) {
            Reply receipt = vote.cast(member, Vote.FOR);
            assertThat(receipt.status()).isEqualTo(201);
            assertThat(receipt.text("voterId")).isEqualTo(member.id().toString());
            assertThat(receipt.text("ballotHash")).matches("[0-9a-f]{64}");
        }
        vote.cast(members.get(3), Vote.AGAINST).orFail();
        vote.cast(members.get(4), Vote.FOR).orFail();
        Reply changed = vote.cast(members.get(4), Vote.AGAINST);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("revision").asInt()).isEqualTo(2);
        assertThat(Vote.scores(vote.tallyOf(5))).containsExactly("3", "2", "0");
        vote.awaitState("COMPLETED");
        Reply result = vote.result();
        assertThat(result.text("outcome")).isEqualTo("SUCCEEDED");
        assertThat(vote.ballots()).hasSize(5);
        assertThat(vote.cast(members.get(0), Vote.AGAINST).status()).isEqualTo(409);
        assertThat(Vote.scores(vote.tally())).containsExactly("3", "2", "0");
    }

    @Test
    void aStrangerHasNoVote() {
        Vote vote = Community.of(0).openVote(Duration.ofMinutes(5));
        SignedIn stranger =
                SignedIn.register(Platform.anyone(), Community.freshHandle(), Community.PASSWORD);

        Reply refused = vote.cast(stranger, Vote.FOR);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("code")).isEqualTo("not-eligible");
        assertThat(vote.ballots()).isEmpty();
    }

    @Test
    void whoJoinsAfterTheStartHasNoVoteInIt() {
        Community community = Community.of(1);
        Vote vote = community.openVote(Duration.ofMinutes(5));
        SignedIn latecomer =
                SignedIn.register(Platform.anyone(), Community.freshHandle(), Community.PASSWORD);
        latecomer.api().post("/api/v1/spaces/" + community.spaceId() + "/join", Map.of()).orFail();

        assertThat(vote.cast(latecomer, Vote.FOR).status()).isEqualTo(403);
        assertThat(vote.cast(community.members().getFirst(), Vote.FOR).status()).isEqualTo(201);
    }

    @Test
    void weightsDecide() {
        Community community = Community.of(2);
        SignedIn heavy = community.members().getFirst();
        community
                .owner()
                .api()
                .put(
                        "/api/v1/spaces/" + community.spaceId() + "/members/" + heavy.id(),
                        Map.of(
                                "role",
                                "MEMBER",
                                "weight",
                                "12345678901234567890123456789012345678"))
                .orFail();
        Vote vote = community.openVote(Community.SHORT);

        vote.cast(heavy, Vote.AGAINST).orFail();
        vote.cast(community.members().get(1), Vote.FOR).orFail();
        vote.cast(community.owner(), Vote.FOR).orFail();

        assertThat(Vote.scores(vote.tallyOf(3)))
                .containsExactly("2", "12345678901234567890123456789012345678", "0");
        vote.awaitState("DEFEATED");
    }

    @Test
    void theGatewayTellsHowEveryServiceIs() {
        Reply health = Platform.anyone().get("/health");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().path("services").size()).isEqualTo(3);
    }
}
