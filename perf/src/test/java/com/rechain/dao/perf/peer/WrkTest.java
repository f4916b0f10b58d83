package com.rechain.dao.perf.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WrkTest {
    private static final String PRINTED =
            """
            Running 2s test @ http://127.0.0.1:8080/
              1 threads and 4 connections
              19310 requests in 2.10s, 3.14MB read
            """;

    @Test
    void theRateAndTheRequestsAreRead() {
        Wrk.Count count =
                Wrk.Count.parse(PRINTED + "Requests/sec:   9196.45\nTransfer/sec: 1.5MB\n");

        assertThat(count).isEqualTo(new Wrk.Count(9_196.45, 19_310, 0));
    }

    @Test
    void refusedAndBrokenRequestsAreFailures() {
        Wrk.Count count =
                Wrk.Count.parse(
                        PRINTED
                                + "  Socket errors: connect 1, read 2, write 3, timeout 4\n"
                                + "  Non-2xx or 3xx responses: 5\nRequests/sec:   9196.45\n");

        assertThat(count.failed()).isEqualTo(15);
    }

    @Test
    void anythingElseIsNoCount() {
        assertThatThrownBy(() -> Wrk.Count.parse("unable to connect"))
                .hasMessageContaining("unable to connect");
    }
}
