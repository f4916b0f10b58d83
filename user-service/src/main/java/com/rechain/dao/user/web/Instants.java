package com.rechain.dao.user.web;

import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.ProblemException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** Reads instants out of requests. */
public final class Instants {
    // RFC 3339 has years of four digits, and so have the databases.
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Instants() {}

    /**
     * The RFC 3339 time in the parameter {@code name}, in whole microseconds, the unit of
     * everything stored.
     *
     * @throws ProblemException {@code malformed-request} when it is none
     */
    public static Instant parse(String name, String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (!instant.isBefore(FIRST) && instant.isBefore(END)) {
                return instant.truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeParseException _) {
            // No time: said below.
        }
        throw new ProblemException(
                PlatformProblem.MALFORMED_REQUEST
                        .with("A time cannot be read.")
                        .because(name, "time", "must be a time such as 2026-02-28T12:00:00Z"));
    }
}
