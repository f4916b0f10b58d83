package com.rechain.dao.platform.cache;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.rechain.dao.platform.cache.UnsentInvalidations.Unsent;
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
    // Longer than any load takes that began before the invalidation.
    private static final Duration TOMBSTONE_TTL = Duration.ofMinutes(1);

    // An entry is 16 digits of version, one byte that tells a value from "no such thing", and the
    // value. Neither an older entry nor one from before an invalidation takes a newer one's place.
    // Versions are compared as text of equal length, which is exact where Lua's numbers might not
    // be.
    private static final int VERSION_LENGTH = 16;
    private static final byte ABSENT = '0';
    private static final byte PRESENT = '1';
    private static final String PUT =
            """
            local dead = redis.call('GET', KEYS[2])
            if dead and dead >= ARGV[1] then return 0 end
            local held = redis.call('GETRANGE', KEYS[1], 0, 15)
            if held ~= '' and held >= ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
            return 1\
            """;
    private static final String BURY =
            """
            local dead = redis.call('GET', KEYS[2])
            if not dead or dead < ARGV[1] then redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2]) end
            local held = redis.call('GETRANGE', KEYS[1], 0, 15)
            if held ~= '' and held <= ARGV[1] then redis.call('DEL', KEYS[1]) end
            redis.call('PUBLISH', ARGV[3], ARGV[4])
            return 1\
            """;

    private final RedisDoor redis;
    private final UnsentInvalidations unsent = new UnsentInvalidations();

    RemoteTier(RedisDoor redis) {
        this.redis = redis;
    }

    /** The entry under {@code key}, unless it was invalidated since. */
    Optional<CacheEntry> find(String key) {
        Response found = redis.send(Request.cmd(Command.MGET).arg(key).arg(tombstone(key)));
        if (found == null || found.get(0) == null) {
            return Optional.empty();
        }
        byte[] stored = found.get(0).toBuffer().getBytes();
        if (stored.length <= VERSION_LENGTH) {
            return Optional.empty();
        }
        String version = new String(stored, 0, VERSION_LENGTH, US_ASCII);
        boolean dead = found.get(1) != null && found.get(1).toString().compareTo(version) >= 0;
        return dead ? Optional.empty() : Optional.of(decode(version, stored));
    }

    /** Stores {@code entry}, unless there is a newer one or a newer invalidation. */
    void put(String key, CacheEntry entry, Duration ttl) {
        redis.send(
                script(PUT, key)
                        .arg(version(entry.version()))
                        .arg(Buffer.buffer(encode(entry)))
                        .arg(ttl.toMillis()));
    }

    /**
     * Makes every entry under {@code key} that is not newer than {@code version} dead and tells the
     * other instances on {@code channel}, at once or when Redis is back.
     */
    void invalidate(String key, long version, String channel, String message) {
        Unsent invalidation = new Unsent(version, channel, message);
        if (!bury(key, invalidation)) {
            unsent.add(key, invalidation);
        }
    }

    /** Makes up for the invalidations that Redis has missed. */
    void sendUnsent() {
        unsent.sendAll(this::bury);
    }

    /** Tells all instances on {@code channel}, if Redis is there. */
    void publish(String channel, String message) {
        redis.send(Request.cmd(Command.PUBLISH).arg(channel).arg(message));
    }

    private boolean bury(String key, Unsent invalidation) {
        Request request =
                script(BURY, key)
                        .arg(version(invalidation.version()))
                        .arg(TOMBSTONE_TTL.toMillis())
                        .arg(invalidation.channel())
                        .arg(invalidation.message());
        return redis.send(request) != null;
    }

    private static Request script(String script, String key) {
        return Request.cmd(Command.EVAL).arg(script).arg(2).arg(key).arg(tombstone(key));
    }

    private static byte[] encode(CacheEntry entry) {
        byte[] value = entry.value();
        byte[] version = version(entry.version()).getBytes(US_ASCII);
        byte[] encoded =
                Arrays.copyOf(version, VERSION_LENGTH + 1 + (value == null ? 0 : value.length));
        encoded[VERSION_LENGTH] = value == null ? ABSENT : PRESENT;
        if (value != null) {
            System.arraycopy(value, 0, encoded, VERSION_LENGTH + 1, value.length);
        }
        return encoded;
    }

    private static CacheEntry decode(String version, byte[] stored) {
        Optional<byte[]> value =
                stored[VERSION_LENGTH] == ABSENT
                        ? Optional.empty()
                        : Optional.of(
                                Arrays.copyOfRange(stored, VERSION_LENGTH + 1, stored.length));
        return CacheEntry.of(Long.parseLong(version), value);
    }

    // The braces keep both keys in one hash slot, so that the scripts run on a Redis Cluster too.
    private static String tombstone(String key) {
        return "{" + key + "}:dead";
    }

    private static String version(long micros) {
        return String.format(Locale.ROOT, "%016d", micros);
    }
}
