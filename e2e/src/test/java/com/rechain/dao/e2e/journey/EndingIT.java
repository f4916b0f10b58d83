package com.rechain.dao.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.e2e.support.Community;
import com.rechain.dao.e2e.support.Platform;
import com.rechain.dao.e2e.support.SameInEveryHome;
import com.rechain.dao.e2e.support.Vote;
import com.rechain.dao.e2e.support.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** How votes end by their own rules, as the proposal shows it. */
@SameInEveryHome
@Execution(ExecutionMode.CONCURRENT)
class EndingIT {
    @Test
    void aVoteThatIsDecidedEndsBeforeItsTime() {
        Community community = Community.of(2);
        Vote vote = community.openVote(Duration.ofHours(1), Community.UNTIL_DECIDED);
        String scheduled = read(vote).text("endsAt");

        vote.cast(community.owner(), Vote.FOR).orFail();
        vote.cast(community.members().getFirst(), Vote.FOR).orFail();
        vote.awaitState("COMPLETED");

        Reply proposal = read(vote);
        assertThat(proposal.text("scheduledEndsAt")).isEqualTo(scheduled);
        assertThat(Instant.parse(proposal.text("endsAt"))).isBefore(Instant.parse(scheduled));
        assertThat(proposal.text("outcome")).isEqualTo("SUCCEEDED");
    }

    @Test
    void aTieIsVotedOnAgainAmongWhatSharedTheLead() {
        Community community = Community.of(2);
        Vote tie =
                community.openVote(
                        Community.SHORT,
                        "single-choice",
                        List.of("Slate", "Copper", "Reed"),
                        Map.of("ties", "RUNOFF"));
        tie.cast(community.owner(), 1).orFail();
        tie.cast(community.members().getFirst(), 3).orFail();
        tie.awaitState("TIED");

        Reply tied =
                Waiting.until(
                        () -> read(tie), reply -> reply.json().hasNonNull("runoffProposalId"));
        Vote runoff = new Vote(community, UUID.fromString(tied.text("runoffProposalId")));
        runoff.awaitState("ACTIVE");
        assertThat(read(runoff).text("runoffOf")).isEqualTo(tie.proposalId().toString());
        runoff.cast(community.owner(), 2).orFail();
        runoff.cast(community.members().getFirst(), 2).orFail();
        runoff.awaitState("COMPLETED");

        assertThat(runoff.result().text("outcome")).isEqualTo("SUCCEEDED");
        assertThat(Vote.scores(runoff.tally())).containsExactly("0", "2");
        assertThat(read(runoff).json().path("choices").get(1).asText()).isEqualTo("Reed");
    }

    private static Reply read(Vote vote) {
        return Platform.anyone().get(vote.path()).orFail();
    }
}
