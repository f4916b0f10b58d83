package com.rechain.dao.perf.platform;

import com.rechain.dao.perf.cli.UsageException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A platform that somebody else runs. Where its databases, broker, cache and metrics are stands in
 * variables: what was acknowledged cannot be checked from the gateway alone.
 */
final class ForeignPlatform implements Platform {
    private static final String DATABASE = "DAO_PERF_DATABASE";
    private static final String USER = "DAO_PERF_DATABASE_USER";
    private static final String PASSWORD = "DAO_PERF_DATABASE_PASSWORD";
    private static final String KAFKA = "DAO_PERF_KAFKA";
    private static final String REDIS = "DAO_PERF_REDIS";
    private static final String METRICS = "DAO_PERF_METRICS";

    private final URI gateway;
    private final Map<String, String> variables;

    ForeignPlatform(URI gateway, Map<String, String> variables) {
        this.gateway = gateway;
        this.variables = Map.copyOf(variables);
        for (String name : new String[] {DATABASE, USER, PASSWORD, KAFKA, REDIS, METRICS}) {
            value(name);
        }
        management();
    }

    @Override
    public URI gateway() {
        return gateway;
    }

    @Override
    public Map<String, URI> management() {
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (String entry : value(METRICS).split(",", -1)) {
            String[] parts = entry.split("=", 2);
            if (parts.length != 2) {
                throw new UsageException(
                        METRICS
                                + " must be a list like gateway-1=http://host:9000,…, not "
                                + value(METRICS));
            }
            addresses.put(parts[0].strip(), URI.create(parts[1].strip()));
        }
        return addresses;
    }

    @Override
    public Map<String, Long> processes() {
        return Map.of();
    }

    @Override
    public Connection primary() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", value(USER));
        login.setProperty("password", value(PASSWORD));
        String url = "jdbc:mysql://" + value(DATABASE) + "/?connectTimeout=2000";
        return java.sql.DriverManager.getConnection(url, login);
    }

    @Override
    public Optional<Connection> replica() {
        return Optional.empty();
    }

    @Override
    public String kafka() {
        return value(KAFKA);
    }

    @Override
    public String redis() {
        return value(REDIS);
    }

    @Override
    public void close() {
        // It is not ours to stop.
    }

    private String value(String name) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new UsageException(
                    "%s is not what ./dao up started here, so what it acknowledged can only be checked with %s set (docs/formats/perf-run.md)."
                            .formatted(gateway, name));
        }
        return value;
    }
}
