package com.rechain.dao.gateway.server;

import com.rechain.dao.platform.metric.HostMetrics;
import com.rechain.dao.platform.metric.MeterRules;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands the platform's meters to Micrometer. */
@ApplicationScoped
public class ProcessMeters {
    @Produces
    @Singleton
    MeterFilter rules(@ConfigProperty(name = "quarkus.application.name") String application) {
        return new MeterRules(application);
    }

    @Produces
    @Singleton
    MeterBinder host(
            @ConfigProperty(name = "dao.network.link-megabits", defaultValue = "1000")
                    long linkMegabits) {
        return new HostMetrics(Path.of("/"), linkMegabits);
    }

    /**
     * What this installation was built to carry, for alerts on too little traffic: nobody but its
     * operator knows that. 0: no expectation, no alert.
     */
    @Produces
    @Singleton
    MeterBinder expectedLoad(
            @ConfigProperty(name = "dao.expected.requests-per-second", defaultValue = "0")
                    double requests,
            @ConfigProperty(name = "dao.expected.users", defaultValue = "0") double users) {
        return registry -> {
            Gauge.builder("dao.expected.requests.per.second", () -> requests).register(registry);
            Gauge.builder("dao.expected.users", () -> users).register(registry);
        };
    }
}
