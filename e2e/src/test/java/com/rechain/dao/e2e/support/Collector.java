package com.rechain.dao.e2e.support;

import com.rechain.dao.test.fake.HttpStub;
import com.sun.net.httpserver.HttpExchange;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Takes what is exported over OTLP, as a collector or New Relic would, and remembers it. */
public final class Collector {
    private final List<TracedStep> steps = new CopyOnWriteArrayList<>();
    private final Set<PushedMetric> metrics = ConcurrentHashMap.newKeySet();
    private final HttpStub server = HttpStub.start(this::take);

    /** That a metric came, from whom, and with which key. */
    public record PushedMetric(String service, String name, @Nullable String apiKey) {}

    public String url() {
        return server.url();
    }

    /** The steps of one trace that have come so far. */
    public List<TracedStep> steps(String traceId) {
        return steps.stream().filter(step -> step.traceId().equals(traceId)).toList();
    }

    public Set<PushedMetric> metrics() {
        return Set.copyOf(metrics);
    }

    private void take(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("api-key");
        switch (exchange.getRequestURI().getPath()) {
            case "/v1/traces" ->
                    ExportTraceServiceRequest.parseFrom(body(exchange))
                            .getResourceSpansList()
                            .forEach(spans -> steps.addAll(steps(spans)));
            case "/v1/metrics" ->
                    ExportMetricsServiceRequest.parseFrom(body(exchange))
                            .getResourceMetricsList()
                            .forEach(pushed -> metrics.addAll(metrics(pushed, key)));
            default -> throw new IOException("nothing is taken at " + exchange.getRequestURI());
        }
        HttpStub.answer(exchange, 200, "application/x-protobuf", "");
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        InputStream body = exchange.getRequestBody();
        return zipped ? new GZIPInputStream(body) : body;
    }

    private static List<TracedStep> steps(ResourceSpans spans) {
        String service = service(spans.getResource());
        return spans.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> TracedStep.of(service, span))
                .toList();
    }

    private static List<PushedMetric> metrics(ResourceMetrics pushed, @Nullable String key) {
        String service = service(pushed.getResource());
        return pushed.getScopeMetricsList().stream()
                .flatMap(scope -> scope.getMetricsList().stream())
                .map(metric -> new PushedMetric(service, metric.getName(), key))
                .toList();
    }

    private static String service(Resource resource) {
        Stream<KeyValue> attributes = resource.getAttributesList().stream();
        return attributes
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("");
    }
}
