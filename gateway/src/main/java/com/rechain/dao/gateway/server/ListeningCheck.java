package com.rechain.dao.gateway.server;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the door is open. The services' state does not count: a gateway without them still
 * says so properly, and taking all gateways away would hide the reason.
 */
@Readiness
@ApplicationScoped
public class ListeningCheck implements HealthCheck {
    private final Gateway gateway;

    ListeningCheck(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public HealthCheckResponse call() {
        boolean open = gateway.port() != 0 && !gateway.draining().hasBegun();
        return HealthCheckResponse.named("listening").status(open).build();
    }
}
