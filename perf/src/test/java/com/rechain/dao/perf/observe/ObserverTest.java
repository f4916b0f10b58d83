package com.rechain.dao.perf.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObserverTest {
    @Test
    void oneThatDoesNotAnswerIsNamedAndHidesNobody() throws Exception {
        StringWriter file = new StringWriter();
        Observer observer = new Observer(file);
        observer.watch(
                source(
                        "replica",
                        () -> {
                            throw new IOException("it is gone");
                        }));
        observer.watch(source("machine", () -> Map.of("ticks", 4.0, "load", 0.5)));
        observer.watch(source("odd", () -> Map.of("unknown", Double.NaN)));

        observer.close();

        JsonNode second = new ObjectMapper().readTree(file.toString());
        assertThat(second.path("at").isIntegralNumber()).isTrue();
        assertThat(second.path("machine").toString())
                .isIn("{\"ticks\":4,\"load\":0.5}", "{\"load\":0.5,\"ticks\":4}");
        assertThat(second.path("odd").toString()).isEqualTo("{}");
        assertThat(second.path("replica").isMissingNode()).isTrue();
        assertThat(second.path("unseen").toString()).isEqualTo("[\"replica: it is gone\"]");
    }

    @Test
    void aProcessThatHasEndedIsLeftOut() throws Exception {
        StringWriter file = new StringWriter();
        Observer observer = new Observer(file);
        observer.watch("self", ProcessHandle.current().pid());
        observer.watch("ended", Long.MAX_VALUE);

        observer.close();

        JsonNode second = new ObjectMapper().readTree(file.toString());
        assertThat(second.at("/processes/self/ticks").asLong()).isPositive();
        assertThat(second.at("/processes/self/threads").asLong()).isPositive();
        assertThat(second.at("/processes/ended").isMissingNode()).isTrue();
        assertThat(second.has("unseen")).isFalse();
    }

    private interface Reading {
        Map<String, Double> read() throws IOException;
    }

    private static Source source(String name, Reading reading) {
        return new Source() {
            @Override
            public String section() {
                return "";
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public Map<String, Double> read() throws IOException {
                return reading.read();
            }
        };
    }
}
