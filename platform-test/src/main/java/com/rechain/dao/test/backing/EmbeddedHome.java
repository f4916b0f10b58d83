package com.rechain.dao.test.backing;

import com.rechain.dao.devstack.backing.BackingPorts;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.devstack.backing.Binaries;
import com.rechain.dao.devstack.backing.EmbeddedBacking;
import com.rechain.dao.devstack.process.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Embedded servers in {@code target/}; a run's folder stays for its logs until a later run sweeps
 * it.
 */
final class EmbeddedHome {
    private static final String PREFIX = "backing-";

    private EmbeddedHome() {}

    static BackingServices start(Consumer<String> described) {
        Path target = Path.of("target").toAbsolutePath();
        sweep(target);
        Path state = target.resolve(PREFIX + ProcessHandle.current().pid());
        BackingPorts ports = BackingPorts.free();
        EmbeddedBacking backing = new EmbeddedBacking(state, ports, binaries());
        backing.start(Progress.SILENT);
        described.accept(describe(state, ports));
        return backing;
    }

    static BackingServices attach(String description) {
        String[] parts = description.split("\\|", 2);
        int[] ports = Arrays.stream(parts[0].split(",")).mapToInt(Integer::parseInt).toArray();
        BackingPorts known = new BackingPorts(ports[0], ports[1], ports[2], ports[3], ports[4]);
        return new EmbeddedBacking(Path.of(parts[1]), known, binaries());
    }

    private static String describe(Path state, BackingPorts ports) {
        String numbers =
                IntStream.of(
                                ports.primary(),
                                ports.replica(),
                                ports.redis(),
                                ports.kafka(),
                                ports.kafkaController())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(","));
        return numbers + "|" + state;
    }

    private static Binaries binaries() {
        return new Binaries(DaoRoot.path().resolve(".dao").resolve("bin"));
    }

    private static void sweep(Path target) {
        if (!Files.isDirectory(target)) {
            return;
        }
        try (Stream<Path> folders = Files.list(target)) {
            List<Path> stale = folders.filter(EmbeddedHome::stale).toList();
            for (Path folder : stale) {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean stale(Path folder) {
        String name = folder.getFileName().toString();
        return name.matches(PREFIX + "\\d+")
                && ProcessHandle.of(Long.parseLong(name.substring(PREFIX.length()))).isEmpty();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
