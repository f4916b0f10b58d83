package com.rechain.dao.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.request.TraceContext;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TracingTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SAMPLED = "00-" + TRACE + "-b7ad6b7169203331-01";
    private static final String UNSAMPLED = "00-" + TRACE + "-b7ad6b7169203331-00";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();

    @Test
    void aStepContinuesTheTraceOfItsCaller() {
        try (Tracing tracing = tracing(Sampler.parentBased(Sampler.alwaysOff()))) {
            Step step = tracing.resume("request", SpanKind.SERVER, SAMPLED);
            step.answered("PUT", "/a/{id}", 204);

            SpanData span = onlySpan();
            assertThat(span.getTraceId()).isEqualTo(TRACE);
            assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
            assertThat(step.trace()).contains(new TraceContext(TRACE, span.getSpanId(), "01"));
        }
    }

    @Test
    void aStepBelowAnotherIsItsChild() {
        try (Tracing tracing = tracing(Sampler.alwaysOn())) {
            Step above = tracing.resume("above", SpanKind.SERVER, null);
            Step below = tracing.begin("below", SpanKind.INTERNAL, above.trace().orElseThrow());
            below.end();

            SpanData span = onlySpan();
            TraceContext parent = above.trace().orElseThrow();
            assertThat(span.getTraceId()).isEqualTo(parent.traceId());
            assertThat(span.getParentSpanId()).isEqualTo(parent.spanId());
        }
    }

    @Test
    void anAnsweredRequestIsNamedByMethodAndTemplateAndTellsNothingElse() {
        try (Tracing tracing = tracing(Sampler.alwaysOn())) {
            tracing.resume("request", SpanKind.SERVER, null).answered("GET", "/a/{id}", 503);

            SpanData span = onlySpan();
            assertThat(span.getName()).isEqualTo("GET /a/{id}");
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getAttributes().asMap())
                    .containsOnlyKeys(
                            AttributeKey.stringKey("http.request.method"),
                            AttributeKey.stringKey("http.route"),
                            AttributeKey.longKey("http.response.status_code"));
        }
    }

    @Test
    void whatTheCallerDoesNotRecordIsNotRecordedButKeepsItsTrace() {
        try (Tracing tracing = tracing(Sampler.parentBased(Sampler.alwaysOn()))) {
            Step step = tracing.resume("request", SpanKind.SERVER, UNSAMPLED);
            step.end();

            assertThat(spans.getFinishedSpanItems()).isEmpty();
            assertThat(step.trace().orElseThrow().traceId()).isEqualTo(TRACE);
            assertThat(step.trace().orElseThrow().flags()).isEqualTo("00");
        }
    }

    @Test
    void aStrangerCannotMakeItsTraceBeRecorded() {
        try (Tracing tracing = tracing(Tracing.sampler(new Settings(0, false)))) {
            Step step = tracing.resume("request", SpanKind.SERVER, SAMPLED);
            step.end();

            assertThat(spans.getFinishedSpanItems()).isEmpty();
            assertThat(step.trace().orElseThrow().flags()).isEqualTo("00");
        }
    }

    @Test
    void aCallerThatIsFollowedDecides() {
        try (Tracing tracing = tracing(Tracing.sampler(new Settings(0, true)))) {
            tracing.resume("request", SpanKind.SERVER, SAMPLED).end();

            assertThat(spans.getFinishedSpanItems()).hasSize(1);
        }
    }

    @Test
    void whereTracingIsOffEveryStepIsTheOneThatNobodyRecords() {
        assertThat(Tracing.off().resume("request", SpanKind.SERVER, SAMPLED)).isSameAs(Step.NONE);
        assertThat(Step.NONE.trace()).isEmpty();
    }

    @Test
    void aCollectorWithoutAPathGetsTheUsualOne() {
        assertThat(Tracing.endpoint(URI.create("http://collector:4318")))
                .isEqualTo("http://collector:4318/v1/traces");
        assertThat(Tracing.endpoint(URI.create("http://collector:4318/")))
                .isEqualTo("http://collector:4318/v1/traces");
        assertThat(Tracing.endpoint(URI.create("https://otlp.example/in")))
                .isEqualTo("https://otlp.example/in");
    }

    private Tracing tracing(Sampler sampler) {
        return Tracing.to(SimpleSpanProcessor.create(spans), sampler, "trial");
    }

    private SpanData onlySpan() {
        List<SpanData> finished = spans.getFinishedSpanItems();
        assertThat(finished).hasSize(1);
        return finished.getFirst();
    }

    private record Settings(double sampleRatio, boolean followCallers) implements TracingConfig {
        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public URI endpoint() {
            return URI.create("http://localhost:4318");
        }

        @Override
        public Optional<String> headers() {
            return Optional.empty();
        }
    }
}
