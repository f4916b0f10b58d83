package com.rechain.dao.perf.plant;

import com.rechain.dao.devstack.fleet.FleetSettings;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.perf.agent.Fault;
import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A fault in the code of a service, by the agent.
 *
 * @param onlyInSecond whether the service gets two instances and only the second is hurt
 */
record FaultSowing(Fault fault, ServiceName service, boolean onlyInSecond) implements Sowing {

    @Override
    public boolean restarts() {
        return true;
    }

    @Override
    public FleetSettings settings(FleetSettings plain, OwnPlatform platform) throws IOException {
        Path jar = platform.folder("fault-agent.jar");
        AgentJar.write(jar);
        Files.deleteIfExists(marker(platform));
        String argument = fault + "," + marker(platform);
        FleetSettings settings = plain;
        if (onlyInSecond) {
            argument += "," + platform.ports(service, 1).http();
            settings = settings.withInstances(service, 2);
        }
        return settings.withJvmOption(service, "-javaagent:" + jar + "=" + argument);
    }

    /** The class has been used by now: if nothing was put in, there is nothing to diagnose. */
    @Override
    public AutoCloseable begin(OwnPlatform platform, Ground ground) {
        if (Files.notExists(marker(platform))) {
            throw new UsageException(
                    "%s could not be planted: %s has not loaded %s."
                            .formatted(fault, service.text(), fault.type().replace('/', '.')));
        }
        return () -> {};
    }

    private Path marker(OwnPlatform platform) {
        return platform.folder("planted-" + fault);
    }
}
