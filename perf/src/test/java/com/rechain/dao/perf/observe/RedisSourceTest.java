package com.rechain.dao.perf.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisSourceTest {
    @Test
    void theTimeOfAllCommandsIsAdded() {
        String info =
                "# Stats\r\nkeyspace_hits:7\r\nredis_version:8.0.0\r\n"
                        + "cmdstat_get:calls=3,usec=40,usec_per_call=13.33\r\n"
                        + "cmdstat_set:calls=1,usec=5,usec_per_call=5.00\r\n";

        assertThat(RedisSource.figures(info))
                .isEqualTo(Map.of("keyspace_hits", 7.0, "busyMicros", 45.0));
    }
}
