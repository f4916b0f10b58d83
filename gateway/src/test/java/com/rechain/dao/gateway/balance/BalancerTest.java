package com.rechain.dao.gateway.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BalancerTest {
    private record Fixed(String name, int inFlight, double share) implements Target {}

    private static final Fixed A = new Fixed("a", 0, 1);
    private static final Fixed B = new Fixed("b", 0, 1);
    private static final Fixed C = new Fixed("c", 0, 1);

    @Test
    void roundRobinTakesTurns() {
        Balancer balancer = BalanceStrategy.ROUND_ROBIN.balancer();

        List<String> chosen =
                List.of(next(balancer), next(balancer), next(balancer), next(balancer));

        assertThat(chosen).containsExactly("a", "b", "c", "a");
    }

    @Test
    void roundRobinGivesOneThatWarmsUpItsShare() {
        Fixed cold = new Fixed("cold", 0, 0.1);

        Map<String, Integer> counts =
                counts(BalanceStrategy.ROUND_ROBIN.balancer(), List.of(A, cold));

        assertThat(counts.get("cold")).isBetween(200, 2_000);
        assertThat(counts.get("a")).isGreaterThan(8_000);
    }

    @Test
    void leastRequestsTakesTheLeastLoaded() {
        Balancer balancer = BalanceStrategy.LEAST_REQUESTS.balancer();
        List<Fixed> targets =
                List.of(new Fixed("a", 3, 1), new Fixed("b", 1, 1), new Fixed("c", 2, 1));

        for (int i = 0; i < 3; i++) {
            assertThat(balancer.choose(targets).name()).isEqualTo("b");
        }
    }

    @Test
    void leastRequestsCountsTheLoadOfOneThatWarmsUpHigher() {
        Balancer balancer = BalanceStrategy.LEAST_REQUESTS.balancer();
        List<Fixed> targets = List.of(new Fixed("warm", 4, 1), new Fixed("cold", 0, 0.1));

        assertThat(balancer.choose(targets).name()).isEqualTo("warm");
    }

    @Test
    void powerOfTwoNeverTakesTheMostLoadedOfAll() {
        List<Fixed> targets =
                List.of(new Fixed("a", 0, 1), new Fixed("b", 1, 1), new Fixed("c", 9, 1));

        assertThat(counts(BalanceStrategy.POWER_OF_TWO.balancer(), targets))
                .containsOnlyKeys("a", "b");
    }

    @ParameterizedTest
    @EnumSource
    void equalsAreServedEvenly(BalanceStrategy strategy) {
        Map<String, Integer> counts = counts(strategy.balancer(), List.of(A, B, C));

        assertThat(counts.values())
                .hasSize(3)
                .allSatisfy(n -> assertThat(n).isBetween(2_900, 3_800));
    }

    @ParameterizedTest
    @EnumSource
    void theOnlyOneIsChosen(BalanceStrategy strategy) {
        assertThat(strategy.balancer().choose(List.of(A))).isSameAs(A);
    }

    private static String next(Balancer balancer) {
        return balancer.choose(List.of(A, B, C)).name();
    }

    private static Map<String, Integer> counts(Balancer balancer, List<Fixed> targets) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            counts.merge(balancer.choose(targets).name(), 1, Integer::sum);
        }
        return counts;
    }
}
