package com.rechain.dao.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.test.backing.BackingServicesResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
class FailureLogIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Logger logger = Logger.getLogger(ProblemMappers.class.getName());
    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        logger.addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bug", "deadlock"})
    void theTraceIdOfAnAnswerIsInTheLogLineOfItsFailure(String kind) {
        Response answer = given().header("X-Request-Id", "order-19").get("/trial/failures/" + kind);

        assertThat(lines.written)
                .anySatisfy(line ->
                        assertThat(line).contains("order-19", answer.path("traceId").toString()));
    }

    @Test
    void theTraceOfTheCallerIsTheOneInTheLog() {
        given().header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .get("/trial/failures/bug");

        assertThat(lines.written).anySatisfy(line -> assertThat(line).contains(TRACE));
    }

    /** What the console would show, in the form that services log in. */
    private static final class Lines extends Handler {
        final Queue<String> written = new ConcurrentLinkedQueue<>();
        private final PatternFormatter form =
                new PatternFormatter(
                        ConfigProvider.getConfig()
                                .getValue("quarkus.log.console.format", String.class));

        @Override
        public void publish(LogRecord record) {
            written.add(form.format(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
