package com.rechain.dao.test.backing;

import com.rechain.dao.devstack.backing.BackingServices;
import java.util.Locale;
import java.util.function.Consumer;

/** Where integration tests get their backing services from. */
enum BackingHome {
    /** Child processes; needs nothing but Maven's artifacts. */
    EMBEDDED {
        @Override
        BackingServices start(Consumer<String> described) {
            return EmbeddedHome.start(described);
        }

        @Override
        BackingServices attach(String description) {
            return EmbeddedHome.attach(description);
        }
    },
    /** The images production runs on; needs Docker. */
    CONTAINERS {
        @Override
        BackingServices start(Consumer<String> described) {
            return ContainerHome.start(described);
        }

        @Override
        BackingServices attach(String description) {
            return ContainerHome.attach(description);
        }
    },
    /** A sharded database at the vtgate that VITESS_URL names; for the voting schema only. */
    VITESS {
        @Override
        BackingServices start(Consumer<String> described) {
            return VitessHome.start(described);
        }

        @Override
        BackingServices attach(String description) {
            return VitessHome.attach(description);
        }
    };

    /** The home the build chose. */
    static BackingHome chosen() {
        return valueOf(System.getProperty("dao.backing", "embedded").toUpperCase(Locale.ROOT));
    }

    /** Starts the services and describes them so that {@link #attach} finds them. */
    abstract BackingServices start(Consumer<String> described);

    abstract BackingServices attach(String description);
}
