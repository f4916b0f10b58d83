package com.rechain.dao.test.backing;

import com.rechain.dao.devstack.backing.BackingServices;
import org.jspecify.annotations.Nullable;

/**
 * The backing services of this JVM, started by whoever asks first and ended with the JVM. Quarkus
 * loads test code by several class loaders, each with statics of its own: what they share is a text
 * among the system properties, enough to take hold of the running servers.
 */
public final class SharedBacking {
    private static final String RUNNING = "dao.test.backing.running";
    private static @Nullable BackingServices held;
    private static @Nullable RuntimeException failure;

    private SharedBacking() {}

    /** The running services of the home named by {@code -Ddao.backing}. */
    public static synchronized BackingServices get() {
        if (failure != null) {
            // What did not start for the first test will not start for the next hundred.
            throw new IllegalStateException("the backing services did not start", failure);
        }
        if (held == null) {
            held = startOrAttach();
        }
        return held;
    }

    private static BackingServices startOrAttach() {
        BackingHome home = BackingHome.chosen();
        String running = System.getProperty(RUNNING);
        if (running != null) {
            return home.attach(running);
        }
        try {
            return home.start(description -> System.setProperty(RUNNING, description));
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }
}
