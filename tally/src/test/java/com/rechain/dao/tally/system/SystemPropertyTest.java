package com.rechain.dao.tally.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.ballot.OptionTally;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SystemPropertyTest {

    private static final Eligible ELIGIBLE = new Eligible(BigInteger.valueOf(1_000_000), 1000);
    private static final Rules RULES = Rules.defaultsFor(SystemName.SINGLE_CHOICE);

    @Property
    void renamingOptionsPermutesTheResult(
            @ForAll @Size(4) List<@IntRange(max = 5) Integer> weights, @ForAll long seed) {
        List<Integer> renamed = new ArrayList<>(IntStream.range(0, 4).boxed().toList());
        Collections.shuffle(renamed, new Random(seed));

        Decision original = decide(weights);
        Decision permuted =
                decide(
                        IntStream.range(0, 4)
                                .mapToObj(i -> weights.get(renamed.indexOf(i)))
                                .toList());

        assertThat(permuted.verdict()).isEqualTo(original.verdict());
        assertThat(permuted.winner())
                .isEqualTo(original.winner().map(winner -> renamed.get(winner - 1) + 1));
    }

    @Property
    void moreWeightNeverHurtsTheWinner(@ForAll @Size(4) List<@IntRange(max = 5) Integer> weights) {
        Decision before = decide(weights);
        before.winner()
                .ifPresent(winner -> {
                    List<Integer> more = new ArrayList<>(weights);
                    more.set(winner - 1, more.get(winner - 1) + 1);

                    assertThat(decide(more).winner()).contains(winner);
                });
    }

    private static Decision decide(List<Integer> weights) {
        OptionTally tally = new OptionTally(weights.size());
        for (int i = 0; i < weights.size(); i++) {
            if (weights.get(i) > 0) {
                tally.add(new Choice.Option(i + 1), BigInteger.valueOf(weights.get(i)));
            }
        }
        return new SingleChoice().decide(tally, weights.size(), RULES, ELIGIBLE);
    }
}
