package com.rechain.dao.platform.replica;

import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.ProblemException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Freshness-Token} header: for each service that a client has written to, the primary's
 * time after the commit. It has the form of a dictionary of RFC 9651, but for integers of 16
 * digits: microseconds ({@code user-service=1763933333123456}). Several answers' headers simply add
 * up.
 */
public final class FreshnessToken {
    public static final String HEADER = "Freshness-Token";

    private static final int MAX_LENGTH = 1024;
    private static final Pattern ENTRY = Pattern.compile("([a-z][a-z0-9_.*-]{0,63})=(\\d{1,16})");

    private FreshnessToken() {}

    /** The token that says {@code service} must show everything up to {@code micros}. */
    public static String of(String service, long micros) {
        return service + "=" + micros;
    }

    /**
     * The instant that {@code headers} demand of {@code service}, in microseconds; 0 when they
     * demand nothing.
     *
     * @throws ProblemException {@code malformed-request} when a header has another form
     */
    public static long required(List<String> headers, String service) {
        long required = 0;
        for (String header : headers) {
            required = Math.max(required, required(header, service));
        }
        return required;
    }

    private static long required(String header, String service) {
        if (header.length() > MAX_LENGTH) {
            throw malformed();
        }
        long required = 0;
        for (String entry : header.split(",", -1)) {
            Matcher matcher = ENTRY.matcher(entry.strip());
            if (!matcher.matches()) {
                throw malformed();
            }
            if (matcher.group(1).equals(service)) {
                required = Math.max(required, Long.parseLong(matcher.group(2)));
            }
        }
        return required;
    }

    private static ProblemException malformed() {
        return new ProblemException(
                PlatformProblem.MALFORMED_REQUEST
                        .with("The freshness token was not given out by this API.")
                        .because(
                                HEADER,
                                "form",
                                "send back what answers to writes carried, or nothing"));
    }
}
