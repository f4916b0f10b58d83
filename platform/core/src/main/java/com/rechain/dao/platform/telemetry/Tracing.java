package com.rechain.dao.platform.telemetry;

import com.rechain.dao.platform.request.TraceContext;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Records the steps of traces, or nothing at all where tracing is off: then no step is made and no
 * thread runs.
 */
public final class Tracing implements AutoCloseable {
    private static final String PATH = "/v1/traces";
    private static final long LAST_EXPORT_SECONDS = 2;
    private static final Tracing OFF = new Tracing(null);

    private final @Nullable SdkTracerProvider provider;
    private final @Nullable Tracer tracer;

    private Tracing(@Nullable SdkTracerProvider provider) {
        this.provider = provider;
        this.tracer = provider == null ? null : provider.get("com.rechain.dao");
    }

    public static Tracing off() {
        return OFF;
    }

    /** Tracing of the process {@code service} as {@code config} says. */
    public static Tracing of(TracingConfig config, String service) {
        if (!config.enabled()) {
            return OFF;
        }
        OtlpHttpSpanExporterBuilder exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(endpoint(config.endpoint()));
        HeaderFields.parse(config.headers().orElse("")).fields().forEach(exporter::addHeader);
        return to(BatchSpanProcessor.builder(exporter.build()).build(), sampler(config), service);
    }

    static Tracing to(SpanProcessor processor, Sampler sampler, String service) {
        Resource resource =
                Resource.getDefault().toBuilder()
                        .put(AttributeKey.stringKey("service.name"), service)
                        .put(AttributeKey.stringKey("service.namespace"), "rechain-dao")
                        .build();
        return new Tracing(
                SdkTracerProvider.builder()
                        .addSpanProcessor(processor)
                        .setSampler(sampler)
                        .setResource(resource)
                        .build());
    }

    static Sampler sampler(TracingConfig config) {
        Sampler byTraceId = Sampler.traceIdRatioBased(config.sampleRatio());
        return config.followCallers() ? Sampler.parentBased(byTraceId) : byTraceId;
    }

    static String endpoint(URI given) {
        String path = given.getPath();
        return path == null || path.isEmpty() || path.equals("/")
                ? given.resolve(PATH).toString()
                : given.toString();
    }

    /** Whether nothing is recorded at all. */
    public boolean isOff() {
        return tracer == null;
    }

    /** Begins a step below {@code parent}. */
    public Step begin(String name, SpanKind kind, TraceContext parent) {
        return tracer == null ? Step.NONE : begin(tracer, name, kind, parent);
    }

    /** Begins a step of the trace in {@code traceparent}, or a trace where there is none. */
    public Step resume(String name, SpanKind kind, @Nullable String traceparent) {
        return tracer == null
                ? Step.NONE
                : begin(tracer, name, kind, TraceContext.parse(traceparent).orElse(null));
    }

    /** Sends what is still waiting, for two seconds at most. */
    @Override
    public void close() {
        if (provider != null) {
            provider.shutdown().join(LAST_EXPORT_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static Step begin(
            Tracer tracer, String name, SpanKind kind, @Nullable TraceContext parent) {
        Context context = parent == null ? Context.root() : Context.root().with(remote(parent));
        return new Step(tracer.spanBuilder(name).setSpanKind(kind).setParent(context).startSpan());
    }

    private static Span remote(TraceContext parent) {
        return Span.wrap(
                SpanContext.createFromRemoteParent(
                        parent.traceId(),
                        parent.spanId(),
                        TraceFlags.fromHex(parent.flags(), 0),
                        TraceState.getDefault()));
    }
}
