package com.rechain.dao.perf.plant;

import com.rechain.dao.devstack.fleet.FleetSettings;
import com.rechain.dao.perf.platform.OwnPlatform;

/**
 * How a cause gets into a platform: settings that its services start with, something done while it
 * runs, or both.
 */
interface Sowing {
    /** Whether the services have to be started anew for it. */
    default boolean restarts() {
        return false;
    }

    /** The settings to start the services with. */
    default FleetSettings settings(FleetSettings plain, OwnPlatform platform) throws Exception {
        return plain;
    }

    /** Puts it in, once the services are warm; closing takes it out again. */
    default AutoCloseable begin(OwnPlatform platform, Ground ground) throws Exception {
        return () -> {};
    }
}
