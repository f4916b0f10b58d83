package com.rechain.dao.platform.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Makes the ids of everything stored: UUID version 7 (RFC 9562), so that keys grow with time. */
public final class Ids {
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A new id; within one process, never smaller than one made in an earlier millisecond. */
    public static UUID next() {
        return GENERATOR.generate();
    }

    /** The 16 bytes of {@code id} in the order in which a {@code BINARY(16)} column sorts them. */
    public static byte[] toBytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /**
     * The id whose 16 bytes these are.
     *
     * @throws IllegalArgumentException when there are not exactly 16
     */
    public static UUID fromBytes(byte[] bytes) {
        if (bytes.length != 16) {
            throw new IllegalArgumentException("an id has 16 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
