package com.rechain.dao.e2e.support;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.devstack.fleet.Fleet;
import com.rechain.dao.devstack.fleet.FleetSettings;
import com.rechain.dao.devstack.fleet.PortPlan;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.devstack.process.Progress;
import com.rechain.dao.test.backing.DaoRoot;
import com.rechain.dao.test.backing.SharedBacking;
import java.nio.file.Path;

/**
 * The running platform of this test run: every service as a process of its own, voting-service
 * twice, over the backing services of the chosen home. Started by whoever asks first, ended with
 * the JVM.
 */
public final class Suite {
    private static final class Running {
        private static final Suite SUITE = start();
    }

    private final BackingServices backing;
    private final Fleet fleet;

    private Suite(BackingServices backing, Fleet fleet) {
        this.backing = backing;
        this.fleet = fleet;
    }

    public static Suite get() {
        return Running.SUITE;
    }

    public BackingServices backing() {
        return backing;
    }

    public Fleet fleet() {
        return fleet;
    }

    private static Suite start() {
        BackingServices backing = SharedBacking.get();
        Path state = Path.of("target", "fleet-" + ProcessHandle.current().pid()).toAbsolutePath();
        // Votes of a second or two, so that a journey sees its end.
        FleetSettings settings =
                FleetSettings.of(DaoRoot.path(), state, PortPlan.free())
                        .withInstances(ServiceName.VOTING_SERVICE, 2)
                        .withVariable(
                                ServiceName.PROPOSAL_SERVICE,
                                "DAO_PROPOSAL_MIN_VOTING_PERIOD",
                                "PT1S");
        for (ServiceName service : ServiceName.values()) {
            // Long enough to see a service that leaves but still answers.
            settings = settings.withVariable(service, "DAO_SHUTDOWN_DELAY", "PT2S");
        }
        Fleet fleet = Fleet.of(backing, settings);
        Runtime.getRuntime().addShutdownHook(new Thread(fleet::close));
        fleet.start(Progress.SILENT);
        return new Suite(backing, fleet);
    }
}
