package com.rechain.dao.tally.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever JSON a ballot is: it is counted, or refused by a named rule. */
class AnyBallotPropertyTest {

    private static final int OPTIONS = 3;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Property(tries = 3000)
    void aBallotIsCountedOrRefusedByANamedRule(
            @ForAll SystemName system, @ForAll("json") JsonNode ballot) {
        Rules rules = rules(system);
        VotingSystem voting = VotingSystem.of(system);

        switch (voting.check(ballot, OPTIONS, rules)) {
            case BallotCheck.Invalid(var broken) -> {
                assertThat(broken.rule()).matches("[a-z]+(-[a-z]+)*");
                assertThat(broken.message()).isNotBlank();
            }
            case BallotCheck.Valid(var choice) -> {
                JsonNode stored = StrictJson.parse(choice.canonical()).orElseThrow();
                assertThat(voting.check(stored, OPTIONS, rules))
                        .isEqualTo(new BallotCheck.Valid(choice));
                Tally tally = voting.emptyTally(OPTIONS);
                tally.add(choice, BigInteger.ONE);
                assertThat(tally.total().ballots()).isEqualTo(1);
            }
        }
    }

    private static Rules rules(SystemName system) {
        String partial =
                system == SystemName.BUDGET
                        ? "{\"method\":{\"budget\":\"5\",\"costs\":[\"1\",\"2\",\"3\"]}}"
                        : "{}";
        return Rules.parseWithDefaults(system, StrictJson.parse(partial).orElseThrow())
                .orElseThrow();
    }

    @Provide
    Arbitrary<JsonNode> json() {
        return value(2);
    }

    private static Arbitrary<JsonNode> value(int depth) {
        Arbitrary<JsonNode> leaf =
                Arbitraries.oneOf(
                        Arbitraries.integers().between(-1, 4).map(JSON::numberNode),
                        Arbitraries.of(0.5, 1e300, -0.0, 2.00001).map(JSON::numberNode),
                        Arbitraries.bigIntegers().map(JSON::numberNode),
                        Arbitraries.of("", "1", "for").map(JSON::textNode),
                        Arbitraries.of(true, false).map(JSON::booleanNode),
                        Arbitraries.just(JSON.nullNode()));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<List<JsonNode>> several = value(depth - 1).list().ofMaxSize(4);
        return Arbitraries.oneOf(
                leaf,
                several.map(nodes -> JSON.arrayNode().addAll(nodes)),
                Arbitraries.maps(Arbitraries.of("1", "2", "3", "0", "4", "01", "x"), leaf)
                        .ofMaxSize(3)
                        .map(fields -> {
                            ObjectNode object = JSON.objectNode();
                            object.setAll(fields);
                            return object;
                        }));
    }
}
