package com.rechain.dao.gateway.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.gateway.edge.Answers;
import com.rechain.dao.gateway.edge.Call;
import com.rechain.dao.gateway.edge.Page;
import com.rechain.dao.gateway.route.Service;
import com.rechain.dao.gateway.upstream.Instance;
import com.rechain.dao.gateway.upstream.Readiness;
import com.rechain.dao.gateway.upstream.Upstreams;
import io.vertx.core.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /health}: the state of each service, from what the active checks found last; 200 when
 * each has an instance that is ready, else 503. Says nothing about where instances are.
 */
public final class HealthPage implements Page {
    /** The state of a service or of all together. */
    public enum State {
        /** All instances are ready. */
        UP,
        /** Some are. */
        DEGRADED,
        /** None is. */
        DOWN
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Upstreams upstreams;

    public HealthPage(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    @Override
    public void answer(Call call) {
        Map<String, ServiceState> services = new LinkedHashMap<>();
        State worst = State.UP;
        for (Service service : Service.values()) {
            ServiceState state = state(upstreams.of(service).instances());
            services.put(service.label(), state);
            worst = state.status().compareTo(worst) > 0 ? state.status() : worst;
        }
        call.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        call.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Answers.send(call, worst == State.DOWN ? 503 : 200, json(new Health(worst, services)));
    }

    private static ServiceState state(List<Instance> instances) {
        long ready = instances.stream().filter(i -> i.readiness() == Readiness.READY).count();
        State state =
                ready == 0 ? State.DOWN : ready < instances.size() ? State.DEGRADED : State.UP;
        return new ServiceState(state, ready, instances.size());
    }

    private static byte[] json(Health health) {
        try {
            return JSON.writeValueAsBytes(health);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a health is always writable", e);
        }
    }

    /** The answer's body. */
    record Health(State status, Map<String, ServiceState> services) {}

    /** One service's part of it. */
    record ServiceState(State status, long ready, long instances) {}
}
