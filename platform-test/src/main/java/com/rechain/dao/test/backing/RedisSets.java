package com.rechain.dao.test.backing;

import com.rechain.dao.devstack.backing.Binaries;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sets of Redis servers, each in a folder of its own. Where they are is known to all class loaders
 * of this JVM.
 */
final class RedisSets<T> {
    private static final String PROPERTY = "dao.test.redis-";

    private final String kind;
    private final Maker<T> maker;

    RedisSets(String kind, Maker<T> maker) {
        this.kind = kind;
        this.maker = maker;
    }

    /** Takes hold of the servers on {@code ports} with a folder. */
    interface Maker<T> {
        T make(Path state, Binaries binaries, List<Integer> ports);
    }

    T make(List<Integer> ports) {
        Path state = RunFolder.create().resolve("redis-" + kind + "-" + ports.getFirst());
        String numbers = ports.stream().map(String::valueOf).collect(Collectors.joining(","));
        System.setProperty(PROPERTY + kind, numbers + "|" + state);
        return find();
    }

    /** The set that was made last. */
    T find() {
        String[] parts = System.getProperty(PROPERTY + kind).split("\\|", 2);
        List<Integer> ports = Arrays.stream(parts[0].split(",")).map(Integer::valueOf).toList();
        return maker.make(Path.of(parts[1]), EmbeddedHome.binaries(), ports);
    }
}
