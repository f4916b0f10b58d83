package com.rechain.dao.perf.plant;

import com.rechain.dao.devstack.fleet.FleetSettings;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.io.IOException;
import java.util.Map;

/**
 * A service that is configured badly.
 *
 * @param fromEmptyCaches whether what was cached when all was well would hide it
 */
record VariableSowing(ServiceName service, Map<String, String> variables, boolean fromEmptyCaches)
        implements Sowing {
    VariableSowing(ServiceName service, Map<String, String> variables) {
        this(service, variables, false);
    }

    @Override
    public boolean restarts() {
        return true;
    }

    @Override
    public FleetSettings settings(FleetSettings plain, OwnPlatform platform) {
        FleetSettings settings = plain;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            settings = settings.withVariable(service, variable.getKey(), variable.getValue());
        }
        return settings;
    }

    @Override
    public AutoCloseable begin(OwnPlatform platform, Ground ground) throws IOException {
        return fromEmptyCaches ? ProcessSowings.emptyCaches(platform, ground) : () -> {};
    }
}
