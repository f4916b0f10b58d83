package com.rechain.dao.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.e2e.support.Community;
import com.rechain.dao.e2e.support.Platform;
import com.rechain.dao.e2e.support.SameInEveryHome;
import com.rechain.dao.e2e.support.Suite;
import com.rechain.dao.e2e.support.Vote;
import com.rechain.dao.e2e.support.Waiting;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What strangers share at the gateway, what they never do, and that a voter sees the own vote. */
@SameInEveryHome
class SharedAnswersIT {
    private static final String HIT = "gateway; hit";

    @Test
    void strangersShareAnAnswerAndWhoIsSignedInGetsTheirOwn() {
        Community community = Community.of(1);
        Vote vote = community.openVote(Duration.ofMinutes(5));
        String list = "/api/v1/proposals?spaceId=" + community.spaceId();

        Reply shared = Waiting.until(() -> anyone().get(list), SharedAnswersIT::isHit);
        Reply own = community.owner().api().get(list).orFail();

        assertThat(shared.header("Cache-Control")).startsWith("public");
        assertThat(shared.header("Age")).isNotEmpty();
        assertThat(shared.header("Cache-Tag")).isEmpty();
        assertThat(own.header("Cache-Status")).isEqualTo("gateway; fwd=bypass");
        assertThat(own.header("Cache-Control")).startsWith("private");
        assertThat(vote.tally().header("Cache-Status")).startsWith("gateway; ");
    }

    @Test
    void aVoteShowsToTheVoterAtOnceAndToStrangersSoon() {
        Community community = Community.of(1);
        Vote vote = community.openVote(Duration.ofMinutes(5));
        Waiting.until(vote::tally, SharedAnswersIT::isHit);

        Reply cast = vote.cast(community.members().getFirst(), Vote.FOR).orFail();
        Reply own =
                community
                        .members()
                        .getFirst()
                        .api()
                        .with("Freshness-Token", cast.header("Freshness-Token"))
                        .get(vote.path() + "/ballot")
                        .orFail();

        assertThat(own.header("Cache-Status")).isEqualTo("gateway; fwd=bypass");
        assertThat(vote.tallyOf(1).json().path("ballots").asInt()).isEqualTo(1);
    }

    @Test
    void nothingOfAPrivateSpaceIsEverKept() {
        Community community = Community.of(1);
        Vote vote = community.openVote(Duration.ofMinutes(5));
        Waiting.until(vote::tally, SharedAnswersIT::isHit);
        makePrivate(community);

        // Whatever strangers were shown before, soon no instance shows them anything, and that is
        // not
        // kept.
        List<Reply> refused =
                Waiting.until(
                        () -> several(() -> anyone().get(vote.path() + "/ballots?limit=1")),
                        replies -> replies.stream().allMatch(reply -> reply.status() == 404));
        assertThat(refused)
                .allSatisfy(reply -> {
                    assertThat(reply.header("Cache-Status")).doesNotContain("hit");
                    assertThat(reply.header("Cache-Control")).doesNotContain("public");
                });
    }

    @Test
    void operatorsPurgeWhatIsKept() {
        Community community = Community.of(0);
        String list = "/api/v1/proposals?spaceId=" + community.spaceId();
        URI management =
                URI.create(Suite.get().fleet().of(ServiceName.GATEWAY).getFirst().managementUrl());
        ApiClient operator =
                ApiClient.of(management)
                        .with(
                                "Dao-Internal-Secret",
                                Suite.get().backing().secrets().value("internal"));
        Waiting.until(() -> anyone().get(list), SharedAnswersIT::isHit);

        operator.post("/q/caches/answers/purge", Map.of()).orFail();

        assertThat(anyone().get(list).header("Cache-Status")).isEqualTo("gateway; fwd=miss");
        Reply state = operator.get("/q/caches").orFail();
        assertThat(state.json().at("/caches/0/hearsPurges").asBoolean()).isTrue();
        assertThat(state.json().at("/caches/0/reads/hits").asLong()).isPositive();
        assertThat(ApiClient.of(management).get("/q/caches").status()).isEqualTo(401);
    }

    private static void makePrivate(Community community) {
        String path = "/api/v1/spaces/" + community.spaceId();
        ApiClient owner = community.owner().api();
        String etag = owner.get(path).orFail().header("ETag");
        owner.with("If-Match", etag).patch(path, Map.of("visibility", "PRIVATE")).orFail();
    }

    private static List<Reply> several(Supplier<Reply> request) {
        return Stream.generate(request).limit(6).toList();
    }

    private static boolean isHit(Reply reply) {
        String status = reply.header("Cache-Status");
        return reply.succeeded() && status.startsWith(HIT);
    }

    private static ApiClient anyone() {
        return Platform.anyone();
    }
}
