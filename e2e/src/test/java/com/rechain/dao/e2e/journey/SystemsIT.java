package com.rechain.dao.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.e2e.support.Community;
import com.rechain.dao.e2e.support.SameInEveryHome;
import com.rechain.dao.e2e.support.Vote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A vote of each system, from the draft to the explained result; all are open at the same time. */
@SameInEveryHome
@Execution(ExecutionMode.CONCURRENT)
class SystemsIT {
    private static final int AT_ONCE = 3;
    private static final List<String> SIDES = List.of("For", "Against", "Abstain");
    private static final List<String> ROOFS = List.of("Slate", "Copper", "Reed");
    private static final Community COMMUNITY = Community.of(4);
    private static final Map<String, Vote> VOTES = new ConcurrentHashMap<>();

    /**
     * One vote of four members.
     *
     * @param line how a line of its explanation begins
     */
    record Example(
            String system,
            Map<String, Object> rules,
            List<String> choices,
            List<Object> ballots,
            List<Integer> winners,
            List<String> scores,
            String line) {
        static Example roofs(
                String system, List<Object> ballots, int winner, List<String> scores, String line) {
            return new Example(system, Map.of(), ROOFS, ballots, List.of(winner), scores, line);
        }

        @Override
        public String toString() {
            return system;
        }
    }

    static Stream<Example> examples() {
        return Stream.of(
                new Example(
                        "optimistic",
                        Map.of(),
                        SIDES,
                        List.of(1, 3, 3, 3),
                        List.of(1),
                        List.of("1", "0", "3"),
                        "For: 1."),
                Example.roofs(
                        "single-choice",
                        List.of(1, 2, 2, 2),
                        2,
                        List.of("1", "3", "0"),
                        "Copper: 3."),
                Example.roofs(
                        "approval",
                        List.of(List.of(1, 2), List.of(2), List.of(2, 3), List.of(1)),
                        2,
                        List.of("2", "3", "1"),
                        "Copper: 3."),
                Example.roofs(
                        "weighted",
                        List.of(
                                Map.of("1", 1, "2", 2),
                                Map.of("2", 1),
                                Map.of("3", 0.5, "2", 0.5),
                                Map.of("1", 1)),
                        2,
                        List.of("1.333333333333333333", "2.166666666666666667", "0.5"),
                        "Copper: 2.166666666666666667."),
                Example.roofs(
                        "quadratic",
                        List.of(Map.of("1", 1), Map.of("1", 1), Map.of("2", 1), Map.of("1", 1)),
                        1,
                        List.of("3.6", "0.4", "0"),
                        "Slate: 3.6."),
                Example.roofs(
                        "score",
                        List.of(
                                Map.of("1", 10, "2", 4),
                                Map.of("2", 9),
                                Map.of("3", 10, "2", 8),
                                Map.of("1", 7)),
                        2,
                        List.of("17", "21", "10"),
                        "Copper: 21."),
                Example.roofs(
                        "borda",
                        List.of(List.of(1, 2, 3), List.of(2, 1, 3), List.of(2, 3), List.of(3, 2)),
                        2,
                        List.of("7", "10", "7"),
                        "Copper: 10."),
                Example.roofs(
                        "ranked-choice",
                        List.of(List.of(1, 3), List.of(3, 2), List.of(3), List.of(2, 1)),
                        3,
                        List.of("0", "1", "3"),
                        "Round 1: Slate 1, Copper 1, Reed 2; 4 count"),
                Example.roofs(
                        "copeland",
                        List.of(List.of(1, 2), List.of(2, 3, 1), List.of(2, 1), List.of(3, 2)),
                        2,
                        // A draw or two victories, and half of the average support: 3/16 or 6/16.
                        List.of("1.1875", "4.375", "1.1875"),
                        "Slate against Copper: 1 to 3."),
                Example.roofs(
                        "schulze",
                        List.of(List.of(1, 2), List.of(2, 3, 1), List.of(2, 1), List.of(3, 2)),
                        2,
                        List.of("0", "2", "0"),
                        "Slate against Copper: 1 to 3; strongest paths 0 to 3."),
                new Example(
                        "stv",
                        Map.of("method", Map.of("seats", "2")),
                        ROOFS,
                        List.of(List.of(1, 3), List.of(1, 3), List.of(1, 3), List.of(2)),
                        // The quota is 2: a third of each ballot for Slate goes on to Reed.
                        List.of(1, 2),
                        List.of("3", "1", "0"),
                        "Round 1: Slate 3, Copper 1, Reed 0; 4 count"),
                new Example(
                        "budget",
                        Map.of("method", Map.of("budget", "10", "costs", List.of("8", "5", "2"))),
                        ROOFS,
                        List.of(List.of(1, 2), List.of(1), List.of(1, 3), List.of(2)),
                        List.of(1, 3),
                        List.of("3", "2", "1"),
                        "Copper, supported by 2, costs 5 of 2 that are left: not funded"));
    }

    @BeforeAll
    static void everybodyVotes() throws Exception {
        try (ExecutorService few = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> voting = new ArrayList<>();
            examples().forEach(example -> voting.add(few.submit(() -> vote(example))));
            for (Future<?> one : voting) {
                one.get();
            }
        }
    }

    private static void vote(Example example) {
        Vote vote =
                COMMUNITY.openVote(
                        Community.SHORT, example.system(), example.choices(), example.rules());
        VOTES.put(example.system(), vote);
        Reply refused = cast(vote, 0, "everything");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        for (int voter = 0; voter < example.ballots().size(); voter++) {
            Reply receipt = cast(vote, voter, example.ballots().get(voter));
            assertThat(receipt.status()).as(receipt.toString()).isEqualTo(201);
        }
    }

    private static Reply cast(Vote vote, int voter, Object choice) {
        return COMMUNITY
                .members()
                .get(voter)
                .api()
                .put(vote.path() + "/ballot", Map.of("choice", choice));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aVoteIsDecidedAndExplained(Example example) {
        Reply reply = VOTES.get(example.system()).result();
        JsonNode result = reply.json().path("result");

        assertThat(result.path("system").asText()).isEqualTo(example.system());
        assertThat(result.at("/cast/ballots").asText()).isEqualTo("4");
        assertThat(elements(result.path("winners")).map(JsonNode::asInt))
                .isEqualTo(example.winners());
        assertThat(elements(result.path("scores")).map(score -> score.path("score").asText()))
                .isEqualTo(example.scores());
        assertThat(elements(reply.json().path("explanation")).map(JsonNode::asText))
                .anyMatch(said -> said.startsWith(example.line()));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
