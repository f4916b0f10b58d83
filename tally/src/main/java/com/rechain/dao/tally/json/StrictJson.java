package com.rechain.dao.tally.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as RFC 8259 has it: UTF-8, no duplicate names, no trailing text, no extensions,
 * bounded depth and numbers.
 */
public final class StrictJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(64)
                                                    .maxNumberLength(400)
                                                    .build())
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build();

    private StrictJson() {}

    public static Parsed<JsonNode> parse(String json) {
        try {
            return parsed(MAPPER.readTree(json));
        } catch (JsonProcessingException broken) {
            return malformed(broken);
        }
    }

    public static Parsed<JsonNode> parse(byte[] utf8) {
        try {
            return parsed(MAPPER.readTree(utf8));
        } catch (JsonProcessingException broken) {
            return malformed(broken);
        } catch (CharConversionException _) {
            return Parsed.refused("", "utf-8", "The text is not valid UTF-8.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads as a stream, by the same rules; values are read as trees of the same kind.
     *
     * @throws IOException when {@code in} can not be read; a {@link JsonProcessingException} then
     *     and later where it is not JSON, which {@link #sentence} tells
     */
    public static JsonParser stream(InputStream in) throws IOException {
        JsonParser parser = MAPPER.createParser(in);
        // Within a stream, something follows every value but the last.
        parser.setCodec(MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS));
        return parser;
    }

    /** What is wrong with a text, in one sentence with its place. */
    public static String sentence(JsonProcessingException broken) {
        return ((Parsed.Refused<JsonNode>) malformed(broken)).faults().getFirst().message();
    }

    private static Parsed<JsonNode> parsed(JsonNode node) {
        return node.isMissingNode()
                ? Parsed.refused("", "json", "The text is empty.")
                : new Parsed.Accepted<>(node);
    }

    private static Parsed<JsonNode> malformed(JsonProcessingException broken) {
        JsonLocation at = broken.getLocation();
        if (broken.getOriginalMessage().startsWith("Duplicate field")) {
            return Parsed.refused(
                    "", "unique-names", "A name stands twice in one object" + where(at) + ".");
        }
        return Parsed.refused("", "json", "The text is not valid JSON" + where(at) + ".");
    }

    private static String where(@Nullable JsonLocation at) {
        return at == null
                ? ""
                : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
    }
}
