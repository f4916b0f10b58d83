package com.rechain.dao.tally.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TallyPropertyTest {

    private static final int OPTIONS = 5;

    record Cast(int voter, Choice choice, BigInteger weight) {}

    @Property
    void orderNeverMatters(@ForAll("casts") List<Cast> casts, @ForAll long seed) {
        List<Cast> shuffled = new ArrayList<>(casts);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(recount(shuffled)).isEqualTo(recount(casts));
    }

    @Property
    void replacingBallotsIsARecountOfTheCurrentOnesAtEveryPrefix(
            @ForAll("casts") List<Cast> casts) {
        OptionTally incremental = new OptionTally(OPTIONS);
        Map<Integer, Cast> current = new HashMap<>();

        for (Cast cast : casts) {
            Cast replaced = current.put(cast.voter(), cast);
            if (replaced != null) {
                incremental.remove(replaced.choice(), replaced.weight());
            }
            incremental.add(cast.choice(), cast.weight());

            assertThat(incremental).isEqualTo(recount(List.copyOf(current.values())));
        }
    }

    @Property
    void mergingPartsIsTheTallyOfTheUnion(@ForAll("casts") List<Cast> casts, @ForAll int cut) {
        int at = casts.isEmpty() ? 0 : Math.floorMod(cut, casts.size());

        OptionTally merged = recount(casts.subList(0, at));
        merged.merge(recount(casts.subList(at, casts.size())));

        assertThat(merged).isEqualTo(recount(casts));
    }

    @Property
    void scoresAddUpToTheWeightCast(@ForAll("casts") List<Cast> casts) {
        OptionTally tally = recount(casts);

        assertThat(tally.scores().stream().reduce(BigInteger.ZERO, BigInteger::add))
                .isEqualTo(tally.total().weight());
        assertThat(tally.total().ballots()).isEqualTo(casts.size());
    }

    @Property
    void countersAddUpAgainToTheSameTally(@ForAll("casts") List<Cast> casts) {
        OptionTally tally = recount(casts);
        OptionTally again = new OptionTally(OPTIONS);

        tally.counters()
                .forEach((counter, count) ->
                        again.add(new Choice.Option(Integer.parseInt(counter)), count));

        assertThat(again).isEqualTo(tally);
    }

    private static OptionTally recount(List<Cast> casts) {
        OptionTally tally = new OptionTally(OPTIONS);
        casts.forEach(cast -> tally.add(cast.choice(), cast.weight()));
        return tally;
    }

    @Provide
    Arbitrary<List<Cast>> casts() {
        Arbitrary<Integer> voters = Arbitraries.integers().between(1, 8);
        Arbitrary<Choice> choices =
                Arbitraries.integers().between(1, OPTIONS).map(Choice.Option::new);
        Arbitrary<BigInteger> weights =
                Arbitraries.bigIntegers().between(BigInteger.ONE, Weights.MAX);
        return Combinators.combine(voters, choices, weights).as(Cast::new).list().ofMaxSize(40);
    }
}
