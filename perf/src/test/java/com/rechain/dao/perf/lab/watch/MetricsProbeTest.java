package com.rechain.dao.perf.lab.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class MetricsProbeTest {
    @Test
    void metersAreReadWithTheirLabelsAndWithoutBuckets() {
        ObjectNode meters = JsonNodeFactory.instance.objectNode();

        MetricsProbe.read(
                """
                # HELP agroal_active_count Number of active connections
                # TYPE agroal_active_count gauge
                agroal_active_count{application="voting-service",datasource="default"} 3.0
                dao_ballots_queue_depth{application="voting-service"} 7.0
                dao_ballots_transaction_seconds_bucket{le="0.1"} 5.0
                jvm_info_total{version="25"} 1.0
                dao_replica_lag_seconds NaN
                """,
                meters);

        assertThat(meters.toString())
                .isEqualTo(
                        "{\"agroal_active_count{datasource=\\\"default\\\"}\":3.0,\"dao_ballots_queue_depth\":7.0}");
    }
}
