package com.rechain.dao.perf.plant;

import com.rechain.dao.perf.agent.Fault;
import com.rechain.dao.perf.agent.FaultAgent;
import com.rechain.dao.perf.agent.Faults;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Packs the agent when it is needed. No build makes such a file, so none can be shipped by mistake.
 */
final class AgentJar {
    private static final String[] CLASSES = {
        path(FaultAgent.class),
        path(Fault.class),
        path(Faults.class),
        path(FaultAgent.class).replace("FaultAgent", "FaultInserter"),
        path(FaultAgent.class).replace("FaultAgent", "FaultInserter$AtEntry")
    };

    private AgentJar() {}

    static void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(new Attributes.Name("Premain-Class"), FaultAgent.class.getName());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (String path : CLASSES) {
                jar.putNextEntry(new JarEntry(path));
                try (InputStream content = AgentJar.class.getResourceAsStream("/" + path)) {
                    if (content == null) {
                        throw new IOException(path + " is not on the class path");
                    }
                    content.transferTo(jar);
                }
            }
        }
    }

    private static String path(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }
}
