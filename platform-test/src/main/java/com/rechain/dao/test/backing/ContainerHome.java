package com.rechain.dao.test.backing;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.devstack.process.Progress;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Starts containers, or takes hold of those another class loader of this JVM started. */
final class ContainerHome {

    private ContainerHome() {}

    static BackingServices start(Consumer<String> described) {
        Path folder = RunFolder.create();
        ContainerSpots spots = Containers.start(ContainerBacking.rootPassword(folder));
        ContainerBacking backing = new ContainerBacking(folder, spots);
        backing.start(Progress.SILENT);
        described.accept(spots + "|" + folder);
        return backing;
    }

    static BackingServices attach(String description) {
        String[] parts = description.split("\\|", 2);
        return new ContainerBacking(Path.of(parts[1]), ContainerSpots.parse(parts[0]));
    }
}
