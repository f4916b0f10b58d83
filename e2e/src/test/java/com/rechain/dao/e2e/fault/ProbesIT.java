package com.rechain.dao.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.devstack.backing.BackingServer;
import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.fleet.ServiceInstance;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.e2e.support.SameInEveryHome;
import com.rechain.dao.e2e.support.Suite;
import com.rechain.dao.e2e.support.Waiting;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What load balancers and orchestrators are told by the probes of the running services. */
@SameInEveryHome
@Isolated("stops what others need")
class ProbesIT {
    private static final Duration RESTART = Duration.ofSeconds(60);
    private static final String READY = "/q/health/ready";
    private static final String LIVE = "/q/health/live";

    static Stream<BackingServer> cacheAndBroker() {
        return Stream.of(Suite.get().backing().redis(), Suite.get().backing().kafka());
    }

    @ParameterizedTest
    @MethodSource("cacheAndBroker")
    void everyServiceStaysReadyAndLiveWithoutCacheOrBroker(BackingServer victim) {
        victim.kill();
        try {
            // Each asked more often than an orchestrator's threshold.
            for (int round = 0; round < 5; round++) {
                for (ServiceInstance instance : Suite.get().fleet().instances()) {
                    assertThat(probe(instance, READY)).as("%s", instance).isEqualTo(200);
                    assertThat(probe(instance, LIVE)).as("%s", instance).isEqualTo(200);
                }
            }
        } finally {
            victim.start();
            victim.awaitReady(RESTART);
        }
    }

    @Test
    void withoutItsPrimaryAServiceIsLiveButNotReadyAndComesBackByItself() {
        BackingServer primary = Suite.get().backing().primary().server();
        List<ServiceInstance> backed =
                Suite.get().fleet().instances().stream()
                        .filter(instance -> instance.service().schema().isPresent())
                        .toList();
        primary.kill();
        try {
            for (ServiceInstance instance : backed) {
                Waiting.until(() -> probe(instance, READY), status -> status == 503);
                assertThat(probe(instance, LIVE)).as("%s", instance).isEqualTo(200);
            }
        } finally {
            primary.start();
            primary.awaitReady(RESTART);
        }
        for (ServiceInstance instance : backed) {
            Waiting.until(() -> probe(instance, READY), status -> status == 200);
        }
    }

    @ParameterizedTest
    @EnumSource(ServiceName.class)
    void readinessDropsFirstAndRequestsAreStillServedUntilTheDelayIsOver(ServiceName service) {
        ServiceInstance instance = Suite.get().fleet().of(service).getLast();
        CompletableFuture<Void> stop = CompletableFuture.runAsync(instance.server()::stop);
        try {
            Waiting.until(() -> probe(instance, READY), status -> status == 503);

            Reply answer = client(instance.url()).get("/api/v1/none");

            assertThat(answer.status()).isEqualTo(404);
            assertThat(probe(instance, LIVE)).isEqualTo(200);
            assertThat(stop).isNotDone();
            stop.join();
            assertThat(instance.server().alive()).isFalse();
        } finally {
            stop.join();
            instance.server().start();
            instance.server().awaitReady(RESTART);
        }
    }

    private static int probe(ServiceInstance instance, String path) {
        try {
            return client(instance.managementUrl()).get(path).status();
        } catch (UncheckedIOException _) {
            return 0;
        }
    }

    private static ApiClient client(String url) {
        return ApiClient.of(URI.create(url));
    }
}
