package com.rechain.dao.test.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventContractTest {
    @TempDir Path folder;

    @BeforeEach
    void aContract() throws IOException {
        Files.writeString(
                folder.resolve("thing.made.v1.schema.json"),
                """
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
                 "required": ["at"], "additionalProperties": false,
                 "properties": {"at": {"type": "string", "format": "date-time"}}}
                """);
    }

    @Test
    void aPayloadThatKeepsItsContractPasses() {
        assertThatCode(() ->
                        EventContract.assertKept(
                                folder, "thing.made.v1", "{\"at\":\"2026-01-01T00:00:00Z\"}"))
                .doesNotThrowAnyException();
    }

    @Test
    void everyBreachIsNamed() {
        assertThatThrownBy(() ->
                        EventContract.assertKept(
                                folder, "thing.made.v1", "{\"at\":\"noon\",\"more\":1}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("date-time")
                .hasMessageContaining("'more'");
    }

    @Test
    void aTypeWithoutAContractIsABreach() {
        assertThatThrownBy(() -> EventContract.assertKept(folder, "thing.lost.v1", "{}"))
                .hasMessageContaining("thing.lost.v1.schema.json");
    }
}
