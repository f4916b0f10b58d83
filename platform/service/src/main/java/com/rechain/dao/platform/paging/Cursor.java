package com.rechain.dao.platform.paging;

import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.ProblemException;
import com.rechain.dao.platform.time.Micros;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a page ended: the key of its last row, opaque to callers. Reading one that we did not write
 * gives the problem {@code malformed-request}, never a wrong page silently.
 */
public final class Cursor {
    // No key contains it: keys are ids, numbers and names without control characters.
    private static final String SEPARATOR = "\u001f";
    private static final int MAX_LENGTH = 2048;
    // What a DATETIME can hold: the database refuses to compare with anything later.
    private static final long LAST_MICROS = Micros.of(Instant.parse("9999-12-31T23:59:59.999999Z"));

    private final List<String> parts;

    private Cursor(List<String> parts) {
        this.parts = parts;
    }

    /** The cursor after the row with this key; instants keep their microseconds. */
    public static String encode(Object... parts) {
        String text = Stream.of(parts).map(Cursor::text).collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor of {@code size} parts.
     *
     * @throws ProblemException {@code malformed-request} when it is not one
     */
    public static Cursor decode(String cursor, int size) {
        if (cursor.length() > MAX_LENGTH) {
            throw malformed();
        }
        byte[] bytes = orMalformed(cursor, Base64.getUrlDecoder()::decode);
        List<String> parts =
                List.of(new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, -1));
        if (parts.size() != size) {
            throw malformed();
        }
        return new Cursor(parts);
    }

    public String text(int index) {
        return parts.get(index);
    }

    public UUID uuid(int index) {
        return orMalformed(text(index), UUID::fromString);
    }

    public long number(int index) {
        return orMalformed(text(index), Long::parseLong);
    }

    public Instant instant(int index) {
        long micros = number(index);
        if (micros < 0 || micros > LAST_MICROS) {
            throw malformed();
        }
        return Micros.toInstant(micros);
    }

    private static String text(Object part) {
        return part instanceof Instant instant
                ? Long.toString(Micros.of(instant))
                : part.toString();
    }

    private static <T> T orMalformed(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static ProblemException malformed() {
        return new ProblemException(
                PlatformProblem.MALFORMED_REQUEST
                        .with("The cursor was not given out by this list.")
                        .because(
                                "cursor",
                                "form",
                                "send the nextCursor of the page before, or none"));
    }
}
