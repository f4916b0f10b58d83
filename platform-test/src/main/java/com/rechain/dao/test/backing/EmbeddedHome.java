package com.rechain.dao.test.backing;

import com.rechain.dao.devstack.backing.BackingPorts;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.devstack.backing.Binaries;
import com.rechain.dao.devstack.backing.EmbeddedBacking;
import com.rechain.dao.devstack.backing.ReplicaDelay;
import com.rechain.dao.devstack.process.Progress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Starts embedded servers, or takes hold of those another class loader of this JVM started. */
final class EmbeddedHome {
    private EmbeddedHome() {}

    static BackingServices start(Consumer<String> described) {
        Path state = RunFolder.create();
        BackingPorts ports = BackingPorts.free();
        EmbeddedBacking backing = backing(state, ports);
        backing.start(Progress.SILENT);
        delayReplica(backing);
        described.accept(describe(state, ports));
        return backing;
    }

    /** So that a test which reads what was just written and sends no token fails every time. */
    private static void delayReplica(BackingServices backing) {
        int seconds = Integer.getInteger("dao.backing.replica-delay", 0);
        if (seconds > 0) {
            try {
                ReplicaDelay.set(backing.replica(), seconds);
            } catch (SQLException e) {
                throw new IllegalStateException("the replica does not wait", e);
            }
        }
    }

    static BackingServices attach(String description) {
        String[] parts = description.split("\\|", 2);
        return backing(Path.of(parts[1]), ports(parts[0]));
    }

    static EmbeddedBacking backing(Path state, BackingPorts ports) {
        return new EmbeddedBacking(state, ports, binaries());
    }

    /** The ports in the first part of a description. */
    static BackingPorts ports(String described) {
        int[] ports = Arrays.stream(described.split(",")).mapToInt(Integer::parseInt).toArray();
        return new BackingPorts(ports[0], ports[1], ports[2], ports[3], ports[4]);
    }

    static String describe(Path state, BackingPorts ports) {
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

    static Binaries binaries() {
        return new Binaries(DaoRoot.path().resolve(".dao").resolve("bin"));
    }
}
