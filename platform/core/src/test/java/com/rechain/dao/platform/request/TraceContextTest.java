package com.rechain.dao.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final String HEADER = "00-" + TRACE + "-" + SPAN + "-01";

    @Test
    void aWellFormedHeaderIsReadAndWrittenAsItWas() {
        TraceContext context = TraceContext.parse(HEADER).orElseThrow();

        assertThat(context).isEqualTo(new TraceContext(TRACE, SPAN, "01"));
        assertThat(context.traceparent()).isEqualTo(HEADER);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e47367-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-",
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01more",
                "00_4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7_01",
                " 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n",
                "0g-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            })
    void anythingElseIsNoContext(String header) {
        assertThat(TraceContext.parse(header)).isEmpty();
    }

    @Test
    void aFutureVersionMaySayMore() {
        assertThat(TraceContext.parse("cc-" + TRACE + "-" + SPAN + "-01-what-the-future-brings"))
                .contains(new TraceContext(TRACE, SPAN, "01"));
    }

    @ParameterizedTest
    @CsvSource({"00,00", "01,01", "02,00", "03,01", "fe,00", "ff,01"})
    void onlyTheFlagThatIsKnownIsPassedOn(String received, String passedOn) {
        TraceContext context =
                TraceContext.parse("00-" + TRACE + "-" + SPAN + "-" + received).orElseThrow();

        assertThat(context.child().flags()).isEqualTo(passedOn);
    }

    @Test
    void aChildKeepsTheTraceAndHasASpanOfItsOwn() {
        TraceContext child = TraceContext.continueOrStart(HEADER);

        assertThat(child.traceId()).isEqualTo(TRACE);
        assertThat(child.spanId()).isNotEqualTo(SPAN).matches("[0-9a-f]{16}");
        assertThat(child.flags()).isEqualTo("01");
    }

    @Test
    void withoutAContextAnUnsampledTraceBegins() {
        TraceContext first = TraceContext.continueOrStart("nonsense");
        TraceContext second = TraceContext.continueOrStart(null);

        assertThat(TraceContext.parse(first.traceparent())).contains(first);
        assertThat(first.flags()).isEqualTo("00");
        assertThat(first.traceId()).isNotEqualTo(second.traceId());
    }
}
