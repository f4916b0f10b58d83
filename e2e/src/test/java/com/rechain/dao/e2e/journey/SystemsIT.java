package com.rechain.dao.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.e2e.support.Community;
import com.rechain.dao.e2e.support.Vote;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A vote of each system, from the draft to the explained result. */
class SystemsIT {
    private static final Community COMMUNITY = Community.of(4);
    private static final List<String> CHOICES = List.of("Slate", "Copper", "Reed");

    static Stream<Arguments> systems() {
        return Stream.of(
                Arguments.of(
                        "optimistic", List.of(1, 3, 3, 3), 1, List.of("1", "0", "3"), "For: 1."),
                Arguments.of(
                        "single-choice",
                        List.of(1, 2, 2, 2),
                        2,
                        List.of("1", "3", "0"),
                        "Copper: 3."),
                Arguments.of(
                        "approval",
                        List.of(List.of(1, 2), List.of(2), List.of(2, 3), List.of(1)),
                        2,
                        List.of("2", "3", "1"),
                        "Copper: 3."),
                Arguments.of(
                        "weighted",
                        List.of(
                                Map.of("1", 1, "2", 2),
                                Map.of("2", 1),
                                Map.of("3", 0.5, "2", 0.5),
                                Map.of("1", 1)),
                        2,
                        List.of("1.333333333333333333", "2.166666666666666667", "0.5"),
                        "Copper: 2.166666666666666667."),
                Arguments.of(
                        "quadratic",
                        List.of(Map.of("1", 1), Map.of("1", 1), Map.of("2", 1), Map.of("1", 1)),
                        1,
                        List.of("3.6", "0.4", "0"),
                        "Slate: 3.6."),
                Arguments.of(
                        "score",
                        List.of(
                                Map.of("1", 10, "2", 4),
                                Map.of("2", 9),
                                Map.of("3", 10, "2", 8),
                                Map.of("1", 7)),
                        2,
                        List.of("17", "21", "10"),
                        "Copper: 21."),
                Arguments.of(
                        "borda",
                        List.of(List.of(1, 2, 3), List.of(2, 1, 3), List.of(2, 3), List.of(3, 2)),
                        2,
                        List.of("7", "10", "7"),
                        "Copper: 10."),
                Arguments.of(
                        "ranked-choice",
                        List.of(List.of(1, 3), List.of(3, 2), List.of(3), List.of(2, 1)),
                        3,
                        List.of("0", "1", "3"),
                        "Round 1: Slate 1, Copper 1, Reed 2; 4 count"),
                Arguments.of(
                        "copeland",
                        List.of(List.of(1, 2), List.of(2, 3, 1), List.of(2, 1), List.of(3, 2)),
                        2,
                        List.of(),
                        "Slate against Copper: 1 to 3."),
                Arguments.of(
                        "schulze",
                        List.of(List.of(1, 2), List.of(2, 3, 1), List.of(2, 1), List.of(3, 2)),
                        2,
                        List.of("0", "2", "0"),
                        "Slate against Copper: 1 to 3; strongest paths 0 to 3."));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void aVoteIsDecidedAndExplained(
            String system, List<Object> ballots, int winner, List<String> scores, String line) {
        Vote vote = COMMUNITY.openVote(Duration.ofSeconds(6), system, choices(system), Map.of());
        for (int i = 0; i < ballots.size(); i++) {
            Reply receipt =
                    COMMUNITY
                            .members()
                            .get(i)
                            .api()
                            .put(vote.path() + "/ballot", Map.of("choice", ballots.get(i)));
            assertThat(receipt.status()).as(receipt.toString()).isEqualTo(201);
        }
        Reply refused =
                COMMUNITY
                        .owner()
                        .api()
                        .put(vote.path() + "/ballot", Map.of("choice", "everything"));
        assertThat(refused.status()).isEqualTo(422);

        JsonNode result = vote.result().json().path("result");

        assertThat(result.path("system").asText()).isEqualTo(system);
        assertThat(result.at("/cast/ballots").asText()).isEqualTo("4");
        assertThat(explanation(vote.result())).anyMatch(said -> said.startsWith(line));
        if (!scores.isEmpty()) {
            assertThat(texts(result.path("scores"), "score")).isEqualTo(scores);
        }
        assertThat(result.path("winner").asInt()).isEqualTo(winner);
    }

    private static List<String> choices(String system) {
        return system.equals("optimistic") ? List.of("For", "Against", "Abstain") : CHOICES;
    }

    private static List<String> explanation(Reply result) {
        return StreamSupport.stream(result.json().path("explanation").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> texts(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(element -> element.path(field).asText())
                .toList();
    }
}
