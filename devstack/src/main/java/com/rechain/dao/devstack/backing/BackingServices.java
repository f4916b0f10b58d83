package com.rechain.dao.devstack.backing;

import com.rechain.dao.devstack.process.Progress;

/** The servers the platform stands on, whatever home they run in. */
public interface BackingServices extends AutoCloseable {

    Database primary();

    /** Follows the primary; read only. */
    Database replica();

    BackingServer redis();

    BackingServer kafka();

    /** Where the passwords of the database accounts come from. */
    Secrets secrets();

    /**
     * Starts what does not run and returns once all is ready, with schemas and accounts in place.
     */
    void start(Progress progress);

    /** Ends everything in good order. */
    @Override
    void close();
}
