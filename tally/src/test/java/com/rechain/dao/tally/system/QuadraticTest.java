package com.rechain.dao.tally.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.rules.Method;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class QuadraticTest {

    private final Quadratic quadratic = new Quadratic();
    private final Tally tally = quadratic.emptyTally(2);

    @Test
    void theExampleOfSnapshotsDocumentationComesOut() {
        cast(9, Map.of(1, 1L));
        cast(4, Map.of(2, 1L));
        cast(1, Map.of(2, 1L));
        cast(1, Map.of(2, 1L));

        assertThat(scores(true)).containsExactly("5.4", "9.6");
        assertThat(scores(false)).containsExactly("9", "16");
        assertThat(tally.counters()).hasSize(3).containsKey("[{\"2\":1},\"1\"]");
    }

    @Test
    void splittingOneWeightPaysSoItNeedsOneAccountPerPerson() {
        cast(4, Map.of(1, 1L));
        cast(4, Map.of(2, 1L));
        assertThat(scores(false)).containsExactly("4", "4");

        tally.remove(points(Map.of(2, 1L)), BigInteger.valueOf(4));
        for (int i = 0; i < 4; i++) {
            cast(1, Map.of(2, 1L));
        }

        assertThat(scores(false)).containsExactly("4", "16");
    }

    @Test
    void rootsAreRoundedDownAtTheEighteenthDecimal() {
        cast(2, Map.of(1, 1L));

        BigInteger root = new BigInteger("1414213562373095048");
        assertThat(decide(false).scores().getFirst())
                .isEqualTo(Rational.of(root.multiply(root), BigInteger.TEN.pow(36)));
    }

    @Test
    void onlyBallotsOfOneWeightCanBeAddedAtOnce() {
        Choice choice = points(Map.of(1, 1L));

        assertThatThrownBy(() -> tally.add(choice, new Count(BigInteger.TEN, 3)))
                .isInstanceOf(IllegalArgumentException.class);
        tally.add(choice, new Count(BigInteger.TEN, 2));
        assertThat(tally.counters()).containsOnlyKeys("[{\"1\":1},\"5\"]");
    }

    private void cast(long weight, Map<Integer, Long> points) {
        tally.add(points(points), BigInteger.valueOf(weight));
    }

    private static Choice points(Map<Integer, Long> points) {
        return new Choice.Points(new TreeMap<>(points));
    }

    private List<String> scores(boolean normalised) {
        return decide(normalised).scores().stream().map(Rational::text).toList();
    }

    private Decision decide(boolean normalised) {
        Rules usual = Rules.defaultsFor(SystemName.QUADRATIC);
        Rules rules =
                new Rules(
                        usual.system(),
                        new Method.Roots(normalised),
                        usual.quorum(),
                        usual.approval(),
                        usual.minimumApproval(),
                        usual.changeOfVote(),
                        usual.visibility(),
                        usual.ties());
        return quadratic.decide(tally, 2, rules, new Eligible(BigInteger.valueOf(15), 4));
    }
}
