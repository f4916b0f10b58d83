package com.rechain.dao.test.contract;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.rechain.dao.test.backing.DaoRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Holds event payloads to {@code contracts/events/<type>.schema.json}, at the sender and at the
 * receiver.
 */
public final class EventContract {
    private static final JsonSchemaFactory SCHEMAS =
            JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private EventContract() {}

    /** Throws, naming every breach, unless the payload is as the contract of its type says. */
    public static void assertKept(String type, String payload) {
        assertKept(DaoRoot.path().resolve("contracts").resolve("events"), type, payload);
    }

    static void assertKept(Path folder, String type, String payload) {
        Set<ValidationMessage> breaches =
                schema(folder.resolve(type + ".schema.json"))
                        .validate(
                                payload,
                                InputFormat.JSON,
                                run -> run.getExecutionConfig().setFormatAssertionsEnabled(true));
        if (!breaches.isEmpty()) {
            throw new AssertionError(
                    "%s breaks its contract: %s in %s".formatted(type, breaches, payload));
        }
    }

    private static JsonSchema schema(Path file) {
        try {
            return SCHEMAS.getSchema(Files.readString(file), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException("no contract " + file, e);
        }
    }
}
