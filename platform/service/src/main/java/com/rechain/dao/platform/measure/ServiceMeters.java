package com.rechain.dao.platform.measure;

import com.rechain.dao.platform.metric.HostMetrics;
import com.rechain.dao.platform.metric.MeterRules;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands the platform's meters to Micrometer. */
@ApplicationScoped
public class ServiceMeters {
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
}
