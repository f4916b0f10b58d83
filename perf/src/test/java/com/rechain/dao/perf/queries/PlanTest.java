package com.rechain.dao.perf.queries;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.perf.queries.Plan.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Map<String, Long> SIZES = Map.of("ballot", 5_000_000L, "lease", 1L);
    private static final Map<String, String> TABLES = Map.of("b", "ballot", "lease", "lease");

    @Test
    void lookingUpIsFine() {
        assertThat(findings(10, step("b", "ref", "PRIMARY", "p3", "Using where"))).isEmpty();
    }

    @Test
    void aScanIsNamedByItsTable() {
        assertThat(findings(5_000_000, step("b", "ALL", "", "", "Using where")))
                .containsExactly("full scan of ballot");
    }

    @Test
    void aScanOfASmallTableIsNot() {
        assertThat(findings(1, step("lease", "ALL", "", "", ""))).isEmpty();
    }

    @Test
    void anIndexIsScannedWhenMostOfItIsRead() {
        Step step = step("b", "index", "ix_ballot_voter", "", "Using index");

        assertThat(findings(21, step)).isEmpty();
        assertThat(findings(4_000_000, step))
                .containsExactly("full scan of index ix_ballot_voter of ballot");
    }

    @Test
    void sortingAndLookingIntoAllPartsAreNamed() {
        String all = "p0,p1,p2,p3,p4,p5,p6,p7,p8,p9,p10,p11,p12,p13,p14,p15";

        assertThat(findings(10, step("b", "ref", "ix", all, "Using where; Using filesort")))
                .containsExactly("16 partitions of ballot", "filesort at ballot");
    }

    @Test
    void theIndexesThatAPlanTakesAreThoseOfTheTables() {
        Plan plan =
                new Plan(
                        List.of(
                                step("b", "index_merge", "ix_one,ix_two", "", ""),
                                step("<derived2>", "ALL", "", "", "")),
                        TABLES);

        assertThat(plan.indexes()).containsExactly("ballot.ix_one", "ballot.ix_two");
    }

    private static List<String> findings(long examined, Step... steps) {
        return new Plan(List.of(steps), TABLES).findings(SIZES, examined);
    }

    private static Step step(
            String table, String access, String key, String partitions, String extra) {
        return new Step(table, access, key, partitions, extra);
    }
}
