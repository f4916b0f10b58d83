package com.rechain.dao.devstack.process;

import java.time.Duration;

/** Hears what became ready and how long that took. */
@FunctionalInterface
public interface Progress {
    /** For callers that need no telling, such as tests. */
    Progress SILENT = (_, _) -> {};

    void ready(String what, Duration took);

    /** Does a piece of work and tells when it is done. */
    default void timed(String what, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        ready(what, Duration.ofNanos(System.nanoTime() - begin));
    }
}
