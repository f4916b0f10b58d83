package com.rechain.dao.observability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpressionTest {
    @Test
    void metricsAreToldFromEverythingElse() {
        Expression expression =
                new Expression(
                        """
                        # a comment
                        histogram_quantile(0.95, sum by (application, le) (rate(a_bucket{uri="/x{y}", z=~"b|c"}[5m])))
                          / on (instance) group_left (job) max(level:b:rate5m offset 1h) > 1e3
                          and c unless sum without (d) (e_total) or vector(0)
                        """);

        assertThat(expression.metrics())
                .containsExactly("a_bucket", "c", "e_total", "level:b:rate5m");
    }
}
