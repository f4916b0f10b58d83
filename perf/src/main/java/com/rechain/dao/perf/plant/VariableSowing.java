package com.rechain.dao.perf.plant;

import com.rechain.dao.devstack.fleet.FleetSettings;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.util.Map;

/** A service that is configured badly. */
record VariableSowing(ServiceName service, Map<String, String> variables) implements Sowing {

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
}
