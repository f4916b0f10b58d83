package com.rechain.dao.perf.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * What a password hash costs without us: Argon2id by the reference implementation, with the
 * parameters that user-service hashes with, one after the other on one thread.
 */
public final class RawHashes {
    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int HASH_LENGTH = 32;

    private final Argon2Advanced library =
            Argon2Factory.createAdvanced(Argon2Types.ARGON2id, 16, HASH_LENGTH);

    /** Hashes for {@code duration} without a pause; how long each took, in microseconds. */
    public Histogram measure(Duration duration) {
        return measure(duration, Duration.ZERO);
    }

    /** The same, beginning one {@code every} so often. */
    public Histogram measure(Duration duration, Duration every) {
        Histogram latency = new Histogram(60_000_000, 3);
        byte[] salt = new byte[16];
        long started = System.nanoTime();
        for (long n = 0; System.nanoTime() - started < duration.toNanos(); n++) {
            parkUntil(started + n * every.toNanos());
            long begun = System.nanoTime();
            byte[] password = "a password for a benchmark only".getBytes(UTF_8);
            library.rawHash(ITERATIONS, MEMORY_KIB, LANES, password, salt);
            latency.recordValue((System.nanoTime() - begun) / 1_000);
        }
        return latency;
    }

    private static void parkUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
