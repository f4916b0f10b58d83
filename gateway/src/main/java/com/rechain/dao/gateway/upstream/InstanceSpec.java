package com.rechain.dao.gateway.upstream;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the instances of a service are, as configuration writes it: {@code http://host:port} for
 * one, {@code dns:http://name:port} for as many as the name has addresses; either may be followed
 * by {@code ;health=http://host:port/path}, which is asked whether the instance is ready.
 */
public record InstanceSpec(boolean byName, String host, int port, @Nullable URI health) {
    private static final String BY_NAME = "dns:";
    private static final String HEALTH = ";health=";

    /**
     * The specification that {@code text} writes.
     *
     * @throws IllegalArgumentException when it does not follow the form
     */
    public static InstanceSpec parse(String text) {
        String trimmed = text.trim();
        boolean byName = trimmed.startsWith(BY_NAME);
        String rest = byName ? trimmed.substring(BY_NAME.length()) : trimmed;
        int health = rest.indexOf(HEALTH);
        URI address = http(health < 0 ? rest : rest.substring(0, health));
        if (!address.getPath().isEmpty() && !address.getPath().equals("/")) {
            throw new IllegalArgumentException("an instance has no path: " + text);
        }
        URI check = health < 0 ? null : http(rest.substring(health + HEALTH.length()));
        return new InstanceSpec(byName, address.getHost(), address.getPort(), check);
    }

    /** The specifications in {@code texts}, of which there is at least one. */
    public static List<InstanceSpec> parseAll(List<String> texts) {
        List<InstanceSpec> specs = texts.stream().map(InstanceSpec::parse).toList();
        if (specs.isEmpty()) {
            throw new IllegalArgumentException("a service needs at least one instance");
        }
        return specs;
    }

    /** The address of an instance of this at {@code ip} (or the host as it is written). */
    InstanceAddress at(String ip, int managementPort) {
        URI check = health;
        if (check == null) {
            return new InstanceAddress(ip, port, ip, managementPort, "/q/health/ready");
        }
        String checkHost = byName ? ip : check.getHost();
        return new InstanceAddress(ip, port, checkHost, check.getPort(), check.getRawPath());
    }

    private static URI http(String text) {
        URI uri = URI.create(text);
        boolean complete =
                "http".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0;
        if (!complete || uri.getRawQuery() != null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("not of the form http://host:port: " + text);
        }
        return uri;
    }
}
