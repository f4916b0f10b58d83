package com.rechain.dao.platform.cache;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The tier in Redis, which all instances share. It only ever helps: every failure is a miss, and an
 * invalidation that fails is made up for.
 */
@ApplicationScoped
public class RemoteTier {
    // Longer than any entry lives.
    private static final Duration STAMP_TTL = Duration.ofHours(2);
    // Longer than a load takes, shorter than anybody wants to wait for a dead instance.
    private static final Duration LEASE = Duration.ofSeconds(1);

    // An entry is 16 digits of version, one byte that tells a value from "no such thing", and the
    // value. Versions are compared as text of equal length, which is exact where Lua's numbers
    // might not be.
    private static final int VERSION_LENGTH = 16;
    private static final byte ABSENT = '0';
    private static final byte PRESENT = '1';
    private static final String STAMP =
            """
            local stamp = redis.call('GET', KEYS[1])
            if not stamp then
                stamp = ARGV[1]
                redis.call('SET', KEYS[1], stamp, 'PX', ARGV[2])
            end
            """;
    private static final String ASK_STAMP = STAMP + "return stamp";
    private static final String FIND =
            STAMP
                    + """
                    local held = redis.call('GET', KEYS[2])
                    if held and #held > 16 then
                        local version = string.sub(held, 1, 16)
                        if version > stamp and version > ARGV[3] then return {stamp, held} end
                    end
                    if redis.call('SET', KEYS[3], '1', 'NX', 'PX', ARGV[4]) then return {stamp, false, 1} end
                    return {stamp, false, 0}\
                    """;
    private static final String PUT =
            """
            redis.call('DEL', KEYS[2])
            local held = redis.call('GETRANGE', KEYS[1], 0, 15)
            if #held == 16 and held >= ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
            return 1\
            """;
    private static final String INVALIDATE =
            """
            local dead = redis.call('GET', KEYS[1])
            if not dead or dead < ARGV[1] then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) end
            redis.call('PUBLISH', ARGV[3], ARGV[4])
            if ARGV[5] ~= '' then redis.call('PUBLISH', ARGV[5], ARGV[6]) end
            return 1\
            """;

    private final RedisDoor redis;
    private final UnsentInvalidations unsent = new UnsentInvalidations();

    RemoteTier(RedisDoor redis) {
        this.redis = redis;
    }

    /** What Redis has of a key. */
    sealed interface Found {
        /** An entry, or that there is no such thing. */
        record Held(long version, Optional<byte[]> value) implements Found {}

        /** Nothing, and it is for the caller to load it; its tag was last invalidated then. */
        record Missing(long stamp) implements Found {}

        /** Nothing, and another instance is loading it. */
        record BeingLoaded(long stamp) implements Found {}

        /** Redis is away. */
        record NoAnswer() implements Found {}
    }

    /**
     * What is there that is newer than {@code required} and than the last invalidation of its home
     * tag, which counts as {@code unknown} where Redis does not know it.
     */
    Found find(SlotKeys.Entry at, long required, long unknown) {
        Response found =
                redis.send(
                        Request.cmd(Command.EVAL)
                                .arg(FIND)
                                .arg(3)
                                .arg(at.stamp())
                                .arg(at.value())
                                .arg(at.lease())
                                .arg(version(unknown))
                                .arg(STAMP_TTL.toMillis())
                                .arg(version(required))
                                .arg(LEASE.toMillis()));
        if (found == null) {
            return new Found.NoAnswer();
        }
        byte[] stored = found.get(1) == null ? new byte[0] : found.get(1).toBuffer().getBytes();
        long stamp = found.get(0).toLong();
        if (stored.length > VERSION_LENGTH) {
            return decode(stored);
        }
        return found.size() > 2 && found.get(2).toInteger() == 1
                ? new Found.Missing(stamp)
                : new Found.BeingLoaded(stamp);
    }

    /** When the tag of the stamp {@code key} was last invalidated; empty while Redis is away. */
    Optional<Long> stamp(String key, long unknown) {
        return Optional.ofNullable(
                        redis.send(
                                Request.cmd(Command.EVAL)
                                        .arg(ASK_STAMP)
                                        .arg(1)
                                        .arg(key)
                                        .arg(version(unknown))
                                        .arg(STAMP_TTL.toMillis())))
                .map(Response::toLong);
    }

    /** Stores a value unless there is a newer one, and lets the others have it. */
    void put(SlotKeys.Entry at, long version, Optional<byte[]> value, Duration ttl) {
        redis.send(
                Request.cmd(Command.EVAL)
                        .arg(PUT)
                        .arg(2)
                        .arg(at.value())
                        .arg(at.lease())
                        .arg(version(version))
                        .arg(Buffer.buffer(encode(version, value)))
                        .arg(ttl.toMillis()));
    }

    /** Lets another load what the caller was to load. */
    void giveUp(SlotKeys.Entry at) {
        redis.send(Request.cmd(Command.DEL).arg(at.lease()));
    }

    /**
     * Makes every entry with the tag that is not newer dead and tells the other instances and the
     * edge, at once or when Redis is back. Answers whether it was at once.
     */
    boolean invalidate(SentInvalidation invalidation) {
        unsent.note(invalidation);
        if (!tell(invalidation)) {
            unsent.add(invalidation);
            return false;
        }
        return true;
    }

    /** Makes up for the invalidations that Redis has missed. */
    void sendUnsent() {
        unsent.sendAll(this::tell);
    }

    /** Sends those of the last seconds again: a Redis that took over may not have got them. */
    void repeatLatest() {
        unsent.repeatLatest();
    }

    /** Tells all instances on {@code channel}, if Redis is there. */
    void publish(String channel, String message) {
        redis.send(Request.cmd(Command.PUBLISH).arg(channel).arg(message));
    }

    private boolean tell(SentInvalidation invalidation) {
        Request request =
                Request.cmd(Command.EVAL)
                        .arg(INVALIDATE)
                        .arg(1)
                        .arg(invalidation.stampKey())
                        .arg(version(invalidation.what().version()))
                        .arg(STAMP_TTL.toMillis())
                        .arg(invalidation.channel())
                        .arg(invalidation.what().write())
                        .arg(invalidation.edgeChannel().orElse(""))
                        .arg(invalidation.what().tag());
        return redis.send(request) != null;
    }

    private static byte[] encode(long version, Optional<byte[]> value) {
        byte[] prefix = version(version).getBytes(US_ASCII);
        byte[] body = value.orElse(new byte[0]);
        byte[] encoded = Arrays.copyOf(prefix, VERSION_LENGTH + 1 + body.length);
        encoded[VERSION_LENGTH] = value.isPresent() ? PRESENT : ABSENT;
        System.arraycopy(body, 0, encoded, VERSION_LENGTH + 1, body.length);
        return encoded;
    }

    private static Found.Held decode(byte[] stored) {
        Optional<byte[]> value =
                stored[VERSION_LENGTH] == ABSENT
                        ? Optional.empty()
                        : Optional.of(
                                Arrays.copyOfRange(stored, VERSION_LENGTH + 1, stored.length));
        long version = Long.parseLong(new String(stored, 0, VERSION_LENGTH, US_ASCII));
        return new Found.Held(version, value);
    }

    private static String version(long micros) {
        return String.format(Locale.ROOT, "%016d", micros);
    }
}
