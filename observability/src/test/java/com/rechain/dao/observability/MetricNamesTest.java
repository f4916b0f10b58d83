package com.rechain.dao.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricNamesTest {
    /** Made by Prometheus itself, whatever it reads. */
    private static final Set<String> PROMETHEUS = Set.of("up");

    private final Set<String> exported = Catalogue.series();
    private final Set<String> recorded =
            Rule.recordings().stream().map(Rule::name).collect(Collectors.toSet());

    @Test
    void rulesAskOnlyForWhatThereIs() {
        Set<String> known = known();

        assertThat(Rule.all())
                .allSatisfy(rule ->
                        assertThat(known).containsAll(new Expression(rule.expression()).metrics()));
    }

    @Test
    void dashboardsAskOnlyForWhatThereIs() {
        Set<String> known = known();

        assertThat(Dashboard.all())
                .allSatisfy(dashboard ->
                        assertThat(dashboard.expressions())
                                .isNotEmpty()
                                .allSatisfy(expression ->
                                        assertThat(known).containsAll(expression.metrics())));
    }

    @Test
    void whatIsRecordedIsUsed() {
        Set<String> used = new HashSet<>();
        Rule.all().forEach(rule -> used.addAll(new Expression(rule.expression()).metrics()));
        Dashboard.all().stream()
                .flatMap(dashboard -> dashboard.expressions().stream())
                .forEach(expression -> used.addAll(expression.metrics()));

        assertThat(used).containsAll(recorded);
    }

    private Set<String> known() {
        Set<String> known = new HashSet<>(exported);
        known.addAll(recorded);
        known.addAll(PROMETHEUS);
        return known;
    }
}
