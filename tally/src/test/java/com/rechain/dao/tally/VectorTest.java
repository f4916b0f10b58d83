package com.rechain.dao.tally;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.ballot.OptionTally;
import com.rechain.dao.tally.cli.CommandLine;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.json.CanonicalJson;
import com.rechain.dao.tally.json.Coded;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.log.MerkleProofs;
import com.rechain.dao.tally.outcome.Arithmetic;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Measures;
import com.rechain.dao.tally.outcome.Verdict;
import com.rechain.dao.tally.rules.ApprovalBase;
import com.rechain.dao.tally.rules.ApprovalRule;
import com.rechain.dao.tally.rules.ChangeOfVote;
import com.rechain.dao.tally.rules.Comparison;
import com.rechain.dao.tally.rules.Fraction;
import com.rechain.dao.tally.rules.QuorumBase;
import com.rechain.dao.tally.rules.QuorumRule;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import com.rechain.dao.tally.rules.Threshold;
import com.rechain.dao.tally.rules.TieRule;
import com.rechain.dao.tally.rules.Visibility;
import com.rechain.dao.tally.system.VotingSystem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the library against cases that other systems publish. */
class VectorTest {

    @Test
    void snapshotSingleChoiceScoresAgree() {
        JsonNode cases = Vectors.read("01_snapshot_single_choice.json").get("cases");
        JsonNode first = cases.get(0);

        OptionTally tally = Vectors.tally(first.get("ballots"), 4, 0);
        OptionTally threeStrategies = new OptionTally(4);
        for (int strategy = 0; strategy < 3; strategy++) {
            threeStrategies.merge(tally);
        }

        assertThat(tally.scores()).isEqualTo(numbers(first.at("/expected/scores")));
        assertThat(tally.total().weight()).isEqualTo(first.at("/expected/scoresTotal").asText());
        assertThat(threeStrategies.scores())
                .isEqualTo(numbers(cases.get(1).at("/expected/scores")));
        assertThat(threeStrategies.total().weight())
                .isEqualTo(cases.get(1).at("/expected/scoresTotal").asText());
    }

    @Test
    void whatSnapshotIgnoresIsRefusedAtTheDoor() {
        JsonNode invalid =
                Vectors.read("01_snapshot_single_choice.json").at("/invalidChoices/values");

        assertThat(invalid)
                .hasSize(5)
                .allSatisfy(value ->
                        assertThat(
                                        VotingSystem.of(SystemName.SINGLE_CHOICE)
                                                .check(
                                                        value,
                                                        4,
                                                        Rules.defaultsFor(
                                                                SystemName.SINGLE_CHOICE)))
                                .isInstanceOf(BallotCheck.Invalid.class));
    }

    @TestFactory
    Stream<DynamicTest> ballotValidityAgrees() {
        return elements(Vectors.read("07_ballot_validity.json").get("table"))
                .filter(row -> Coded.find(SystemName.class, row.get("system").asText()).isPresent())
                .map(row ->
                        DynamicTest.dynamicTest(row.toString(), () -> ballotValidityAgrees(row)));
    }

    private static void ballotValidityAgrees(JsonNode row) {
        SystemName system = Coded.find(SystemName.class, row.get("system").asText()).orElseThrow();

        BallotCheck check =
                VotingSystem.of(system).check(row.get("ballot"), 4, Vectors.asSnapshot(system));

        assertThat(check instanceof BallotCheck.Valid).isEqualTo(row.get("valid").asBoolean());
    }

    @Test
    void snapshotQuorumBasesCountTheSame() {
        JsonNode snapshot = Vectors.read("19_quorum_rules.json").get("snapshot");
        List<BigInteger> scores = numbers(snapshot.get("scores_for_against_abstain"));
        OptionTally tally = basic(scores.get(0), scores.get(1), scores.get(2));
        List<QuorumBase> modes =
                List.of(
                        QuorumBase.FOR_ABSTAIN,
                        QuorumBase.CAST,
                        QuorumBase.AGAINST,
                        QuorumBase.FOR);

        for (int i = 0; i < modes.size(); i++) {
            QuorumRule rule =
                    new QuorumRule(
                            modes.get(i), Comparison.GE, new Threshold.Amount(BigInteger.ZERO));
            Arithmetic quorum = Arithmetic.quorum(rule, Measures.ofBasic(tally, eligible(200)));
            assertThat(quorum.measured().toString())
                    .isEqualTo(snapshot.at("/cases/" + i + "/current").asText());
        }
    }

    @TestFactory
    Stream<DynamicTest> aragonSupportAndParticipationAgree() {
        JsonNode aragon = Vectors.read("19_quorum_rules.json").get("aragonMajority");
        long base = aragon.get("ratioBase").asLong();
        return elements(aragon.get("cases"))
                .map(row -> DynamicTest.dynamicTest(row.toString(), () -> aragonAgrees(row, base)));
    }

    private static void aragonAgrees(JsonNode row, long base) {
        if (row.has("support")) {
            ApprovalRule approval =
                    new ApprovalRule(
                            ApprovalBase.FOR_AGAINST,
                            Comparison.GT,
                            Fraction.of(row.get("s").asLong(), base));
            OptionTally tally = basic(number(row, "yes"), number(row, "no"), BigInteger.ZERO);
            assertThat(decide(tally, QuorumRule.NOTHING_NEEDED, approval, eligible(1)).verdict())
                    .isEqualTo(
                            row.get("support").asBoolean() ? Verdict.SUCCEEDED : Verdict.DEFEATED);
        } else {
            QuorumRule quorum =
                    new QuorumRule(
                            QuorumBase.CAST,
                            Comparison.GE,
                            new Threshold.OfEligible(
                                    Fraction.of(row.get("minParticipation").asLong(), base)));
            OptionTally tally = basic(number(row, "cast"), BigInteger.ZERO, BigInteger.ZERO);
            assertThat(
                            decide(
                                            tally,
                                            quorum,
                                            ApprovalRule.SIMPLE_MAJORITY,
                                            eligible(row.get("total").asLong()))
                                    .verdict())
                    .isEqualTo(
                            row.get("participation").asBoolean()
                                    ? Verdict.SUCCEEDED
                                    : Verdict.NO_QUORUM);
        }
    }

    @TestFactory
    Stream<DynamicTest> canonicalJsonAgrees() {
        return elements(Vectors.read("21_jcs_rfc8785_canonical_json.json").get("cases"))
                .map(row ->
                        DynamicTest.dynamicTest(
                                row.get("name").asText(), () -> canonicalJsonAgrees(row)));
    }

    private static void canonicalJsonAgrees(JsonNode row) {
        byte[] canonical =
                CanonicalJson.bytes(StrictJson.parse(row.get("inputUtf8").asText()).orElseThrow());

        assertThat(HexFormat.of().formatHex(canonical)).isEqualTo(row.get("expectedHex").asText());
    }

    @TestFactory
    Stream<DynamicTest> inclusionProofsAgree() {
        return elements(Vectors.read("20_merkle_rfc6962_proofs.json").get("inclusion"))
                .map(row ->
                        DynamicTest.dynamicTest(
                                row.get("file").asText(), () -> inclusionAgrees(row)));
    }

    private static void inclusionAgrees(JsonNode row) {
        boolean included =
                MerkleProofs.includes(
                        bytes(row.get("leafHash")),
                        row.get("leafIdx").asLong(),
                        row.get("treeSize").asLong(),
                        proof(row),
                        bytes(row.get("root")));

        assertThat(included).isEqualTo(!row.get("wantErr").asBoolean());
    }

    @TestFactory
    Stream<DynamicTest> consistencyProofsAgree() {
        return elements(Vectors.read("20_merkle_rfc6962_proofs.json").get("consistency"))
                .map(row ->
                        DynamicTest.dynamicTest(
                                row.get("file").asText(), () -> consistencyAgrees(row)));
    }

    private static void consistencyAgrees(JsonNode row) {
        boolean consistent =
                MerkleProofs.consistent(
                        row.get("size1").asLong(),
                        bytes(row.get("root1")),
                        row.get("size2").asLong(),
                        bytes(row.get("root2")),
                        proof(row));

        assertThat(consistent).isEqualTo(!row.get("wantErr").asBoolean());
    }

    @TestFactory
    Stream<DynamicTest> exactSingleChoiceAgrees() {
        return elements(Vectors.read("23_exact_arithmetic_derived.json").get("cases"))
                .filter(row -> row.path("system").asText().equals("single-choice"))
                .map(row ->
                        DynamicTest.dynamicTest(
                                row.get("name").asText(), () -> exactSingleChoiceAgrees(row)));
    }

    private static void exactSingleChoiceAgrees(JsonNode row) {
        JsonNode expected = row.get("expected");
        int scale = 1;

        OptionTally tally = Vectors.tally(row.get("ballots"), 2, scale);
        Decision decision =
                VotingSystem.of(SystemName.SINGLE_CHOICE)
                        .decide(tally, 2, Rules.defaultsFor(SystemName.SINGLE_CHOICE), eligible(0));

        assertThat(decision.scores())
                .isEqualTo(
                        elements(expected.get("scores"))
                                .map(s -> Rational.of(Vectors.scaled(s.asText(), scale)))
                                .toList());
        assertThat(decision.winner().orElse(0)).isEqualTo(expected.path("winner").asInt(0));
        assertThat(decision.tied())
                .isEqualTo(elements(expected.path("tie")).map(JsonNode::asInt).toList());
    }

    @TestFactory
    Stream<DynamicTest> exactThresholdsAgree() {
        return elements(Vectors.read("23_exact_arithmetic_derived.json").get("cases"))
                .filter(row -> row.has("rule"))
                .map(row ->
                        DynamicTest.dynamicTest(
                                row.get("name").asText(), () -> exactThresholdAgrees(row)));
    }

    private static void exactThresholdAgrees(JsonNode row) {
        Fraction share =
                switch (row.get("rule").asText()) {
                    case "yes/(yes+no) >= 66.7%" -> Fraction.of(667, 1000);
                    case "yes*3 >= 2*(yes+no)" -> Fraction.of(2, 3);
                    case "participation >= 50%" -> Fraction.of(1, 2);
                    case "participation >= 0%" -> Fraction.of(0, 1);
                    default -> throw new AssertionError("a rule this test does not know: " + row);
                };
        if (row.has("yes")) {
            ApprovalRule approval =
                    new ApprovalRule(ApprovalBase.FOR_AGAINST, Comparison.GE, share);
            Decision decision =
                    decide(
                            basic(number(row, "yes"), number(row, "no"), BigInteger.ZERO),
                            QuorumRule.NOTHING_NEEDED,
                            approval,
                            eligible(1));
            assertThat(decision.verdict() == Verdict.SUCCEEDED)
                    .isEqualTo(row.at("/expected/passed").asBoolean());
        } else {
            QuorumRule quorum =
                    new QuorumRule(QuorumBase.CAST, Comparison.GE, new Threshold.OfEligible(share));
            Decision decision =
                    decide(
                            basic(number(row, "cast"), BigInteger.ZERO, BigInteger.ZERO),
                            quorum,
                            ApprovalRule.SIMPLE_MAJORITY,
                            eligible(row.get("supply").asLong()));
            JsonNode expected = row.get("expected");
            assertThat(decision.verdict() == Verdict.SUCCEEDED)
                    .isEqualTo(
                            expected.path("passed")
                                    .asBoolean(expected.path("reached").asBoolean()));
        }
    }

    private static Decision decide(
            OptionTally tally, QuorumRule quorum, ApprovalRule approval, Eligible eligible) {
        Rules rules =
                new Rules(
                        SystemName.BASIC,
                        null,
                        quorum,
                        approval,
                        null,
                        ChangeOfVote.UNTIL_CLOSE,
                        Visibility.PUBLIC_LIVE,
                        TieRule.DEFEAT);
        Decision decision = VotingSystem.of(SystemName.BASIC).decide(tally, 3, rules, eligible);
        CommandLine.assertSame(rules, 3, eligible, ballots(tally), decision);
        return decision;
    }

    /** One ballot for each option that has any weight. */
    private static List<CommandLine.Ballots> ballots(OptionTally tally) {
        List<CommandLine.Ballots> ballots = new ArrayList<>();
        for (BigInteger weight : tally.scores()) {
            ballots.add(new CommandLine.Ballots(IntNode.valueOf(ballots.size() + 1), weight, 1));
        }
        return ballots.stream().filter(one -> one.weight().signum() > 0).toList();
    }

    private static OptionTally basic(BigInteger yes, BigInteger no, BigInteger abstain) {
        OptionTally tally = new OptionTally(3);
        List<BigInteger> weights = List.of(yes, no, abstain);
        for (int option = 1; option <= 3; option++) {
            BigInteger weight = weights.get(option - 1);
            if (weight.signum() > 0) {
                BallotCheck check =
                        VotingSystem.of(SystemName.BASIC)
                                .check(
                                        IntNode.valueOf(option),
                                        3,
                                        Rules.defaultsFor(SystemName.BASIC));
                Choice choice = ((BallotCheck.Valid) check).choice();
                tally.add(choice, weight);
            }
        }
        return tally;
    }

    private static Eligible eligible(long weight) {
        return new Eligible(BigInteger.valueOf(weight), 1);
    }

    private static BigInteger number(JsonNode row, String field) {
        return new BigInteger(row.get(field).asText());
    }

    private static List<BigInteger> numbers(JsonNode array) {
        return elements(array).map(node -> new BigInteger(node.asText())).toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static byte[] bytes(JsonNode base64) {
        return base64.isNull() ? new byte[0] : Base64.getDecoder().decode(base64.asText());
    }

    private static List<byte[]> proof(JsonNode row) {
        List<byte[]> proof = new ArrayList<>();
        row.get("proof").forEach(node -> proof.add(bytes(node)));
        return proof;
    }
}
