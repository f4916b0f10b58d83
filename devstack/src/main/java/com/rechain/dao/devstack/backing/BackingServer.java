package com.rechain.dao.devstack.backing;

import java.time.Duration;

/** One backing server on the loopback interface, and everything a fault can do to it. */
public interface BackingServer {

    String name();

    /** The same before and after every restart. */
    int port();

    boolean alive();

    /** Starts it on its port and its data; it may take until {@link #awaitReady} to answer. */
    void start();

    /** Returns once it answers; throws when it dies or the time is up. */
    void awaitReady(Duration limit);

    /** Ends it in good order. */
    void stop();

    /** Ends it as a crash would. */
    void kill();

    /** Freezes it: connections stay open and nothing answers. */
    void pause();

    void resume();

    /** Its address as {@code host:port}. */
    default String address() {
        return "127.0.0.1:" + port();
    }
}
