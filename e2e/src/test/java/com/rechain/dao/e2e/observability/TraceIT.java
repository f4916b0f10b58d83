package com.rechain.dao.e2e.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.e2e.support.Community;
import com.rechain.dao.e2e.support.SameInEveryHome;
import com.rechain.dao.e2e.support.Suite;
import com.rechain.dao.e2e.support.TracedStep;
import com.rechain.dao.e2e.support.Vote;
import com.rechain.dao.e2e.support.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A request is one trace, from the gateway through the commit to whoever hears of it. */
@SameInEveryHome
@Isolated("compares counts")
class TraceIT {
    private static final String BROWSER = "b7ad6b7169203331";
    private static final Set<String> TOLD =
            Set.of(
                    "http.request.method",
                    "http.route",
                    "http.response.status_code",
                    "server.address",
                    "server.port",
                    "messaging.system",
                    "dao.batch.size",
                    "dao.event.outcome");

    @Test
    void aVoteIsOneTraceFromTheGatewayThroughTheCommitToTheConsumer() {
        Community community = Community.of(1);
        SignedIn voter = community.members().getFirst();
        Vote vote = community.openVote(Duration.ofMinutes(30));
        String traceId = recordedTraceId();

        cast(vote, voter.api(), Vote.FOR, traceId).orFail();

        List<TracedStep> steps = awaitSteps(traceId, 6);
        assertThat(chain(steps))
                .containsExactly(
                        "gateway SERVER PUT /api/v1/proposals/*/ballot",
                        "gateway CLIENT voting-service",
                        "voting-service SERVER PUT /api/v1/proposals/{id}/ballot",
                        "voting-service INTERNAL commit ballot",
                        "voting-service PRODUCER ballot.recorded.v1",
                        "proposal-service CONSUMER ballot.recorded.v1");
        assertThat(toldBy(steps)).isEqualTo(new TreeSet<>(TOLD));
        assertThat(steps.toString())
                .doesNotContain(voter.id().toString(), voter.handle(), "example.org");
    }

    @Test
    void aProblemNamesTheTraceItsStepsAreIn() {
        Community community = Community.of(1);
        Vote vote = community.openVote(Duration.ofMinutes(30));
        String traceId = recordedTraceId();

        Reply refused = cast(vote, community.members().getFirst().api(), 99, traceId);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("traceId")).isEqualTo(traceId);
        assertThat(chain(awaitSteps(traceId, 3)))
                .containsExactly(
                        "gateway SERVER PUT /api/v1/proposals/*/ballot",
                        "gateway CLIENT voting-service",
                        "voting-service SERVER PUT /api/v1/proposals/{id}/ballot");
    }

    private static Reply cast(Vote vote, ApiClient voter, int choice, String traceId) {
        return voter.with("traceparent", "00-" + traceId + "-" + BROWSER + "-00")
                .put(vote.path() + "/ballot", Map.of("choice", choice));
    }

    /** Which share of traces is recorded goes by the lower half of their ids: the lowest first. */
    private static String recordedTraceId() {
        return "%016x%016x"
                .formatted(
                        ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE),
                        ThreadLocalRandom.current().nextLong(1, 1_000_000));
    }

    private static List<TracedStep> awaitSteps(String traceId, int count) {
        return Waiting.until(
                () -> Suite.get().collector().steps(traceId), steps -> steps.size() == count);
    }

    /** The steps from the browser's on, each the only child of the one before. */
    private static List<String> chain(List<TracedStep> steps) {
        Map<String, TracedStep> byParent =
                steps.stream().collect(Collectors.toMap(TracedStep::parentId, step -> step));
        List<String> chain = new ArrayList<>();
        Optional<TracedStep> next = Optional.ofNullable(byParent.get(BROWSER));
        while (next.isPresent()) {
            chain.add(next.get().line());
            next = next.map(TracedStep::id).map(byParent::get);
        }
        return chain;
    }

    private static Set<String> toldBy(List<TracedStep> steps) {
        return steps.stream()
                .flatMap(step -> step.attributes().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
