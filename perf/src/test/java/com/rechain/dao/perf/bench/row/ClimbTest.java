package com.rechain.dao.perf.bench.row;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.perf.bench.row.Climb.Stepper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClimbTest {
    private final List<Double> tried = new ArrayList<>();
    private double knee = 1_000;

    private Stepper until() {
        return rate -> {
            tried.add(rate);
            return rate <= knee;
        };
    }

    @Test
    void theFirstRoundStridesFromBelowAndThenSteps() {
        Climb.Search search = new Climb.Search(400);

        double held = search.highestHeld(until());

        assertThat(held).isBetween(knee / 1.12, knee);
        assertThat(tried).startsWith(400.0, 600.0, 900.0, 1_350.0);
    }

    @Test
    void laterRoundsBeginNearTheLastOne() {
        Climb.Search search = new Climb.Search(100);
        search.highestHeld(until());
        tried.clear();

        double held = search.highestHeld(until());

        assertThat(held).isBetween(knee / 1.12, knee);
        assertThat(tried).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void whatHasBecomeSlowerIsFoundBelow() {
        Climb.Search search = new Climb.Search(100);
        search.highestHeld(until());
        knee = 600;

        assertThat(search.highestHeld(until())).isBetween(knee / 1.26, knee);
    }

    @Test
    void aTargetThatHoldsNothingHoldsNothing() {
        knee = 0;

        assertThat(new Climb.Search(100).highestHeld(until())).isZero();
    }
}
