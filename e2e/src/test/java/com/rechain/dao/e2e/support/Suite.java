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
import java.time.Duration;
import java.util.Map;

/**
 * The running platform of this test run: every service as a process of its own, voting-service
 * twice, over the backing services of the chosen home. Started by whoever asks first, ended with
 * the JVM.
 */
public final class Suite {
    /** With this key the services push their metrics. */
    public static final String METRICS_KEY = "a-key-for-tests";

    /** After this a ballot is refused. */
    public static final Duration BALLOT_DEADLINE = Duration.ofMillis(2_500);

    /** So few that only a trace whose id was made for it is recorded. */
    private static final String SAMPLE_RATIO = "0.0001";

    private static final class Running {
        private static final Suite SUITE = start();
    }

    private final BackingServices backing;
    private final Fleet fleet;
    private final Collector collector;

    private Suite(BackingServices backing, Fleet fleet, Collector collector) {
        this.backing = backing;
        this.fleet = fleet;
        this.collector = collector;
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

    /** Where the services send their traces and metrics. */
    public Collector collector() {
        return collector;
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
                                "PT1S")
                        .withVariable(
                                ServiceName.PROPOSAL_SERVICE,
                                "DAO_PROPOSAL_WEBHOOK_SECRET",
                                "a secret of thirty-two characters or more")
                        // A small machine that is killing and starting servers is no reason to give
                        // up.
                        .withVariable(
                                ServiceName.VOTING_SERVICE,
                                "DAO_BALLOTS_DEADLINE",
                                BALLOT_DEADLINE.toString())
                        .withVariable(ServiceName.VOTING_SERVICE, "DAO_CLOSING_GRACE", "PT4S")
                        // Tests receive webhooks on this machine.
                        .withVariable(
                                ServiceName.PROPOSAL_SERVICE,
                                "DAO_PROPOSAL_WEBHOOK_PLAIN_HOSTS",
                                "127.0.0.1")
                        .withVariable(
                                ServiceName.PROPOSAL_SERVICE,
                                "DAO_PROPOSAL_WEBHOOK_PRIVATE_HOSTS",
                                "127.0.0.1");
        for (ServiceName service : ServiceName.values()) {
            // Long enough to see a service that leaves but still answers.
            settings = settings.withVariable(service, "DAO_SHUTDOWN_DELAY", "PT5S");
        }
        Collector collector = new Collector();
        Fleet fleet = Fleet.of(backing, observed(settings, collector));
        Runtime.getRuntime().addShutdownHook(new Thread(fleet::close));
        fleet.start(Progress.SILENT);
        return new Suite(backing, fleet, collector);
    }

    private static FleetSettings observed(FleetSettings settings, Collector collector) {
        Map<String, String> variables =
                Map.of(
                        "DAO_OTEL_ENABLED",
                        "true",
                        "DAO_OTEL_ENDPOINT",
                        collector.url(),
                        "DAO_OTEL_SAMPLE_RATIO",
                        SAMPLE_RATIO,
                        "DAO_METRICS_OTLP_ENABLED",
                        "true",
                        "DAO_METRICS_OTLP_URL",
                        collector.url() + "/v1/metrics",
                        "DAO_METRICS_OTLP_HEADERS",
                        "api-key=" + METRICS_KEY,
                        "DAO_METRICS_OTLP_EVERY",
                        "PT5S");
        FleetSettings observed = settings;
        for (ServiceName service : ServiceName.values()) {
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                observed = observed.withVariable(service, variable.getKey(), variable.getValue());
            }
        }
        return observed;
    }
}
