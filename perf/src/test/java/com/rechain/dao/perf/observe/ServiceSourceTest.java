package com.rechain.dao.perf.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.perf.measure.Exposition;
import org.junit.jupiter.api.Test;

class ServiceSourceTest {
    @Test
    void metersAreReadWithTheirLabelsAndWithoutBuckets() {
        Exposition all =
                Exposition.parse(
                        """
                        # HELP agroal_active_count Number of active connections
                        # TYPE agroal_active_count gauge
                        agroal_active_count{application="voting-service",datasource="default"} 3.0
                        dao_ballots_queue_depth{application="voting-service"} 7.0
                        dao_ballots_transaction_seconds_bucket{le="0.1"} 5.0
                        jvm_info_total{version="25"} 1.0
                        """);

        assertThat(ServiceSource.meters(all))
                .containsOnlyKeys(
                        "agroal_active_count{datasource=\"default\"}", "dao_ballots_queue_depth")
                .containsEntry("agroal_active_count{datasource=\"default\"}", 3.0);
    }
}
