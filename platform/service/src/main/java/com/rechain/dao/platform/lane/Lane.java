package com.rechain.dao.platform.lane;

import com.rechain.dao.platform.id.Ids;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The sixteenth of all aggregates that one belongs to. Where a schema is sharded by Vitess's {@code
 * xxhash} of the aggregate into 2, 4, 8 or 16 equal shards, a lane lies within one of them, and so
 * do all lanes with the same remainder by the number of shards: a lane is the first four bits of
 * the hash in reversed order, and Vitess's {@code reverse_bits} of it leads back to the same shard.
 * On one primary lanes mean nothing but an even spread.
 */
public final class Lane {
    public static final int COUNT = 16;

    // xxHash64 by Yann Collet, for the sixteen bytes of an id and seed 0.
    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_3 = 0x165667B19E3779F9L;
    private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
    private static final long PRIME_5 = 0x27D4EB2F165667C5L;

    private Lane() {}

    /** The lane of an aggregate, from 0 to 15; the same in every version of every service. */
    public static int of(UUID aggregateId) {
        int firstOfRange = (int) (hash(aggregateId) >>> 4) & 0xF;
        return Integer.reverse(firstOfRange) >>> (Integer.SIZE - 4);
    }

    /** The lanes of one part of several as an SQL list: those with that remainder. */
    public static String list(int part, int parts) {
        return IntStream.range(0, COUNT)
                .filter(lane -> lane % parts == part)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Vitess takes the hash's bytes from the lowest: that one decides about the shard first. */
    static long hash(UUID id) {
        ByteBuffer bytes = ByteBuffer.wrap(Ids.toBytes(id)).order(ByteOrder.LITTLE_ENDIAN);
        long hash = PRIME_5 + Long.BYTES * 2;
        for (int half = 0; half < 2; half++) {
            hash ^= Long.rotateLeft(bytes.getLong() * PRIME_2, 31) * PRIME_1;
            hash = Long.rotateLeft(hash, 27) * PRIME_1 + PRIME_4;
        }
        hash = (hash ^ hash >>> 33) * PRIME_2;
        hash = (hash ^ hash >>> 29) * PRIME_3;
        return hash ^ hash >>> 32;
    }
}
