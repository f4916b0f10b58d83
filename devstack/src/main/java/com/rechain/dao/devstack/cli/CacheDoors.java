package com.rechain.dao.devstack.cli;

import com.rechain.dao.devstack.backing.Secrets;
import com.rechain.dao.devstack.process.LaunchException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The instances whose caches somebody operates on. */
final class CacheDoors implements Iterable<CacheDoor> {
    private final List<CacheDoor> doors;

    private CacheDoors(List<CacheDoor> doors) {
        this.doors = List.copyOf(doors);
    }

    /** Those of the platform that runs on this machine. */
    static CacheDoors onThisMachine(Workplace workplace) {
        List<CacheDoor> doors = new ArrayList<>();
        String secret = Secrets.in(workplace.state()).value("internal");
        for (String child : workplace.children().keySet()) {
            StatusCommand.servicePorts(child)
                    .map(ports -> URI.create("http://127.0.0.1:" + ports.management()))
                    .ifPresent(address -> doors.add(new CacheDoor(child, address, secret)));
        }
        if (doors.isEmpty()) {
            throw new LaunchException(
                    "Nothing is running here; start it by ./dao up, or name a --url.");
        }
        return new CacheDoors(doors);
    }

    /** Those at the given addresses, opened by the secret in {@code file}. */
    static CacheDoors at(List<URI> addresses, @Nullable Path file) {
        if (file == null) {
            throw new LaunchException(
                    "With --url say in --secret-file where the internal secret is.");
        }
        try {
            String secret = Files.readString(file).strip();
            return new CacheDoors(
                    addresses.stream()
                            .map(address -> new CacheDoor(address.toString(), address, secret))
                            .toList());
        } catch (IOException e) {
            throw new LaunchException(
                    "The secret cannot be read from %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Those that have the cache, of that service only where one is named. */
    CacheDoors holding(String cache, @Nullable String service) {
        List<CacheDoor> holding =
                doors.stream()
                        .filter(door -> service == null || door.service().equals(service))
                        .filter(door -> door.holds(cache))
                        .toList();
        if (holding.isEmpty()) {
            throw new LaunchException(
                    "There is no cache named %s; there is: %s.".formatted(cache, names()));
        }
        return new CacheDoors(holding);
    }

    /**
     * Enough of them for all to do what one is told: a service's instances tell each other,
     * gateways do not.
     */
    CacheDoors oneOfEachService() {
        Map<String, CacheDoor> first = new LinkedHashMap<>();
        for (CacheDoor door : doors) {
            boolean alone = door.service().equals("gateway");
            first.putIfAbsent(alone ? door.name() : door.service(), door);
        }
        return new CacheDoors(List.copyOf(first.values()));
    }

    @Override
    public Iterator<CacheDoor> iterator() {
        return doors.iterator();
    }

    private String names() {
        List<String> names = new ArrayList<>();
        for (CacheDoor door : oneOfEachService()) {
            door.caches()
                    .forEach(
                            cache -> names.add(door.service() + "/" + cache.path("name").asText()));
        }
        return names.stream().distinct().sorted().collect(Collectors.joining(", "));
    }
}
