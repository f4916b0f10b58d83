package com.rechain.dao.platform.answer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.rechain.dao.platform.cache.Codec;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.platform.time.Micros;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer, ready to be sent, as the public caches keep them.
 *
 * @param validUntil when the passing of time alone makes them wrong: the next change of a state
 *     shown in them
 * @param scope the space they are of; whether a reader may look into it is decided for each reader
 * @param etag strong, with its quotes: that of {@code json}
 * @param gzip the same compressed; empty where that is not worth it
 * @param brotli likewise
 */
@SuppressWarnings("ArrayRecordComponent") // shared read-only bytes are the point
public record ReadyAnswer(
        Instant validUntil, UUID scope, String etag, byte[] json, byte[] gzip, byte[] brotli) {
    /** Stands for "over all public spaces". */
    public static final UUID EVERYWHERE = new UUID(0, 0);

    /**
     * For answers that no passing of time changes; far off, and a value that every column can hold.
     */
    public static final Instant FOREVER = Instant.parse("9000-01-01T00:00:00Z");

    /** How caches share them. */
    public static final Codec<ReadyAnswer> CODEC =
            new Codec<>(ReadyAnswer::toBytes, ReadyAnswer::fromBytes);

    private static final byte[] NONE = {};

    /** One that is sent as it is: what only some may read is not compressed. */
    public static ReadyAnswer plain(Instant validUntil, UUID scope, String etag, byte[] json) {
        return new ReadyAnswer(validUntil, scope, etag, json, NONE, NONE);
    }

    /** The same for everyone, compressed once for all who will read it. */
    public ReadyAnswer compressed() {
        return new ReadyAnswer(
                validUntil, scope, etag, json, Compression.gzip(json), Compression.brotli(json));
    }

    /** The smallest encoding there is that a caller with this {@code Accept-Encoding} takes. */
    public Encoding encodingFor(@Nullable String acceptEncoding) {
        for (Encoding encoding : Encoding.values()) {
            if (bytes(encoding).length > 0 && encoding.isAccepted(acceptEncoding)) {
                return encoding;
            }
        }
        return Encoding.IDENTITY;
    }

    /** What is sent in {@code encoding}; empty where there is none. */
    public byte[] bytes(Encoding encoding) {
        return switch (encoding) {
            case BROTLI -> brotli;
            case GZIP -> gzip;
            case IDENTITY -> json;
        };
    }

    byte[] toBytes() {
        byte[] tag = etag.getBytes(US_ASCII);
        int head = Long.BYTES + 16 + 1 + tag.length + 2 * Integer.BYTES;
        return ByteBuffer.allocate(head + json.length + gzip.length + brotli.length)
                .putLong(Micros.of(validUntil))
                .put(Ids.toBytes(scope))
                .put((byte) tag.length)
                .put(tag)
                .putInt(gzip.length)
                .putInt(brotli.length)
                .put(gzip)
                .put(brotli)
                .put(json)
                .array();
    }

    static ReadyAnswer fromBytes(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Instant validUntil = Micros.toInstant(buffer.getLong());
        UUID scope = Ids.fromBytes(next(buffer, 16));
        String etag = new String(next(buffer, buffer.get()), US_ASCII);
        int gzipped = buffer.getInt();
        int brotlied = buffer.getInt();
        byte[] gzip = next(buffer, gzipped);
        byte[] brotli = next(buffer, brotlied);
        return new ReadyAnswer(
                validUntil, scope, etag, next(buffer, buffer.remaining()), gzip, brotli);
    }

    private static byte[] next(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }
}
