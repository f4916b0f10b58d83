package com.rechain.dao.perf.observe;

import com.rechain.dao.devstack.fleet.ServiceInstance;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An instance of a service, by its own metrics. */
record ServiceSource(ServiceInstance instance) implements Source {
    private static final int TIMEOUT_MILLIS = 3_000;

    @Override
    public String section() {
        return "services";
    }

    @Override
    public String name() {
        return instance.server().name();
    }

    @Override
    public Map<String, Double> read() throws IOException {
        return Series.parse(metrics());
    }

    private String metrics() throws IOException {
        URI address = URI.create(instance.managementUrl() + "/q/metrics");
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setRequestProperty("Accept", "text/plain");
        try (InputStream body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
