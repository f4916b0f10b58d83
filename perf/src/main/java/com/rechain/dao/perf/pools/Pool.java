package com.rechain.dao.perf.pools;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** As many connections as it was given, and nobody waits longer for one than the services do. */
final class Pool implements AutoCloseable {
    private static final long LONGEST_WAIT_MILLIS = 250;

    private final List<Connection> all = new ArrayList<>();
    private final BlockingQueue<Connection> free;

    /** Opens a connection. */
    interface Opener {
        Connection open() throws SQLException;
    }

    Pool(int size, Opener opener) throws SQLException {
        free = new ArrayBlockingQueue<>(size, true);
        for (int i = 0; i < size; i++) {
            Connection connection = opener.open();
            all.add(connection);
            free.add(connection);
        }
    }

    /** A connection, or null when none came in time. */
    @Nullable Connection take() throws InterruptedException {
        return free.poll(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
    }

    void giveBack(Connection connection) {
        free.add(connection);
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : all) {
            connection.close();
        }
    }
}
