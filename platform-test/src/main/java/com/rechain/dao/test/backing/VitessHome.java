package com.rechain.dao.test.backing;

import com.rechain.dao.devstack.backing.BackingPorts;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.devstack.process.Ports;
import com.rechain.dao.devstack.process.Progress;
import com.rechain.dao.test.backing.VitessBacking.Doors;
import com.rechain.dao.test.statement.StatementLog;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Uses a vtgate, or takes hold of what another class loader of this JVM started beside it. */
final class VitessHome {
    private VitessHome() {}

    static BackingServices start(Consumer<String> described) {
        Path state = RunFolder.create();
        StatementLog.clear();
        BackingPorts ports = BackingPorts.free();
        int[] doors = Ports.free(2);
        VitessBacking backing = backing(new Doors(doors[0], doors[1]), state, ports);
        backing.start(Progress.SILENT);
        described.accept(doors[0] + "|" + doors[1] + "|" + EmbeddedHome.describe(state, ports));
        return backing;
    }

    static BackingServices attach(String description) {
        String[] parts = description.split("\\|", 4);
        Doors doors = new Doors(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        return backing(doors, Path.of(parts[3]), EmbeddedHome.ports(parts[2]));
    }

    private static VitessBacking backing(Doors doors, Path state, BackingPorts ports) {
        return new VitessBacking(
                VitessAddress.chosen(), EmbeddedHome.backing(state, ports), state, doors);
    }
}
