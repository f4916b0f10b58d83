package com.rechain.dao.tally.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "{",
                "{} {}",
                "{'a':1}",
                "{\"a\":NaN}",
                "[1,]",
                "{\"a\":01}",
                "/**/{}"
            })
    void brokenTextIsRefused(String text) {
        assertThat(rules(StrictJson.parse(text))).containsExactly("json");
    }

    @Test
    void aNameThatStandsTwiceIsRefused() {
        assertThat(rules(StrictJson.parse("{\"a\":1,\"a\":1}"))).containsExactly("unique-names");
    }

    @Test
    void invalidUtf8IsRefused() {
        assertThat(StrictJson.parse(new byte[] {'"', (byte) 0xc3, '"'}))
                .isInstanceOf(Parsed.Refused.class);
        assertThat(StrictJson.parse(new byte[] {'"', (byte) 0xff, (byte) 0xfe, '"'}))
                .isInstanceOf(Parsed.Refused.class);
    }

    @Test
    void depthIsBounded() {
        assertThat(rules(StrictJson.parse("[".repeat(65) + "]".repeat(65))))
                .containsExactly("json");
    }

    private static List<String> rules(Parsed<JsonNode> parsed) {
        return ((Parsed.Refused<JsonNode>) parsed).faults().stream().map(Fault::rule).toList();
    }
}
