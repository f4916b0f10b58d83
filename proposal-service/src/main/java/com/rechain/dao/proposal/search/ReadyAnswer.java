package com.rechain.dao.proposal.search;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.platform.time.Micros;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/**
 * The bytes of an answer, ready to be sent, as the public caches keep them.
 *
 * @param validUntil when the passing of time alone makes them wrong: the next change of a state
 *     shown in them
 * @param scope the space they are of; whether a reader may look into it is decided for each reader
 * @param etag strong, with its quotes
 */
@SuppressWarnings("ArrayRecordComponent") // shared read-only bytes are the point
record ReadyAnswer(Instant validUntil, UUID scope, String etag, byte[] json) {
    /** Stands for "over all public spaces". */
    static final UUID EVERYWHERE = new UUID(0, 0);

    /**
     * For answers that no passing of time changes; far off, and a value that every column can hold.
     */
    static final Instant FOREVER = Instant.parse("9000-01-01T00:00:00Z");

    byte[] toBytes() {
        byte[] tag = etag.getBytes(US_ASCII);
        return ByteBuffer.allocate(Long.BYTES + 16 + 1 + tag.length + json.length)
                .putLong(Micros.of(validUntil))
                .put(Ids.toBytes(scope))
                .put((byte) tag.length)
                .put(tag)
                .put(json)
                .array();
    }

    static ReadyAnswer fromBytes(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Instant validUntil = Micros.toInstant(buffer.getLong());
        byte[] scope = new byte[16];
        buffer.get(scope);
        byte[] tag = new byte[buffer.get()];
        buffer.get(tag);
        byte[] json = new byte[buffer.remaining()];
        buffer.get(json);
        return new ReadyAnswer(validUntil, Ids.fromBytes(scope), new String(tag, US_ASCII), json);
    }
}
