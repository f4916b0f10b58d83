package com.rechain.dao.e2e.support;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/** A span as it was exported. */
public record TracedStep(
        String service,
        SpanKind kind,
        String name,
        String traceId,
        String id,
        String parentId,
        Map<String, String> attributes) {

    static TracedStep of(String service, Span span) {
        return new TracedStep(
                service,
                span.getKind(),
                span.getName(),
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                hex(span.getParentSpanId()),
                span.getAttributesList().stream()
                        .collect(Collectors.toMap(KeyValue::getKey, TracedStep::text)));
    }

    /** Service, kind and name in one line, as a test expects them. */
    public String line() {
        return "%s %s %s".formatted(service, kind.name().substring("SPAN_KIND_".length()), name);
    }

    private static String text(KeyValue attribute) {
        return attribute.getValue().hasIntValue()
                ? Long.toString(attribute.getValue().getIntValue())
                : attribute.getValue().getStringValue();
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
