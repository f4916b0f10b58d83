package com.rechain.dao.perf.agent;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The faults themselves: each method is the hook of a {@link Fault}, called by the service. */
public final class Faults {
    private static final int ROWS = 20;
    private static final int BLOCK = 64 * 1_024;
    private static final long BURNED_NANOS = 12_000_000;
    private static final int ALLOCATED_BLOCKS = 64;
    private static final int LEAKED_BYTES = 32 * 1_024;
    private static final long DELAY_MILLIS = 60;
    private static final String ONE_ROW =
            "SELECT reason FROM ballot_revision WHERE proposal_id = ? AND voter_id = ? AND revision"
                    + " = ?";

    private static final Queue<byte[]> LEAKED = new ConcurrentLinkedQueue<>();

    // Seen by everybody, so that no compiler finds the work useless.
    private static volatile byte[] seen = {};

    private Faults() {}

    /**
     * Sends a statement for each row, as code does that fetches what belongs to a row on its own.
     */
    public static void nPlusOne(Object select) throws SQLException {
        for (int row = 0; row < ROWS; row++) {
            try (PreparedStatement one =
                    ((PreparedStatement) select).getConnection().prepareStatement(ONE_ROW)) {
                one.setBytes(1, new byte[16]);
                one.setBytes(2, new byte[16]);
                one.setInt(3, row);
                one.executeQuery().close();
            }
        }
    }

    /** Hashes nothing, for some milliseconds whatever the compiler makes of it. */
    public static void burn(Object handler) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] block = new byte[BLOCK];
        for (long end = System.nanoTime() + BURNED_NANOS; System.nanoTime() - end < 0; ) {
            digest.update(block);
        }
        seen = digest.digest();
    }

    /** Makes and drops megabytes. */
    public static void allocate(Object handler) {
        for (int i = 0; i < ALLOCATED_BLOCKS; i++) {
            seen = new byte[BLOCK];
        }
    }

    /** Keeps some kilobytes for ever. */
    public static void leak(Object handler) {
        LEAKED.add(new byte[LEAKED_BYTES]);
    }

    /** Waits. */
    public static void delay(Object handler) throws InterruptedException {
        Thread.sleep(DELAY_MILLIS);
    }
}
