package com.rechain.dao.platform.request;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in a distributed trace a piece of work stands, as the W3C recommendation "Trace Context"
 * (level 1) writes it.
 *
 * @param traceId 32 lower-case hex digits, not all zero
 * @param spanId 16 lower-case hex digits, not all zero
 * @param flags {@code 01} when the trace is sampled, else {@code 00}
 */
public record TraceContext(String traceId, String spanId, String flags) {
    /** The header that carries it. */
    public static final String HEADER = "traceparent";

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
    private static final String SAMPLED = "01";
    private static final String UNSAMPLED = "00";
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_SPAN = "0".repeat(16);

    /** The context in {@code traceparent}, or empty where that is missing or not well formed. */
    public static Optional<TraceContext> parse(@Nullable String traceparent) {
        if (traceparent == null) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(traceparent);
        if (!matcher.matches() || isRefused(matcher)) {
            return Optional.empty();
        }
        return Optional.of(
                new TraceContext(matcher.group(2), matcher.group(3), knownFlags(matcher.group(4))));
    }

    /** The next step of the trace in {@code traceparent}, or the first step of a new trace. */
    public static TraceContext continueOrStart(@Nullable String traceparent) {
        return parse(traceparent).map(TraceContext::child).orElseGet(TraceContext::start);
    }

    /** The first step of a new, unsampled trace. */
    public static TraceContext start() {
        return new TraceContext(randomHex(16), randomHex(8), UNSAMPLED);
    }

    /** A step below this one. */
    public TraceContext child() {
        return new TraceContext(traceId, randomHex(8), flags);
    }

    /** This context as the value of the {@value #HEADER} header. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    /** Flags that level 1 does not know must not be passed on. */
    private static String knownFlags(String flags) {
        boolean sampled = (Integer.parseInt(flags, 16) & 1) == 1;
        return sampled ? SAMPLED : UNSAMPLED;
    }

    private static boolean isRefused(Matcher matcher) {
        String version = matcher.group(1);
        return version.equals("ff")
                || (version.equals("00") && matcher.group(5) != null)
                || matcher.group(2).equals(NO_TRACE)
                || matcher.group(3).equals(NO_SPAN);
    }

    private static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        do {
            ThreadLocalRandom.current().nextBytes(random);
        } while (isZero(random));
        return HexFormat.of().formatHex(random);
    }

    private static boolean isZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
