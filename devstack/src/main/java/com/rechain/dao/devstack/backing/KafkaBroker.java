package com.rechain.dao.devstack.backing;

import com.rechain.dao.devstack.process.LaunchException;
import com.rechain.dao.devstack.process.Ports;
import com.rechain.dao.devstack.process.ProcessSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A Kafka broker in a JVM of its own, so that its libraries meet nobody else's. */
final class KafkaBroker {
    private static final String CLASS_PATH = "META-INF/kafka-broker.classpath";

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final ProcessServer server;

    KafkaBroker(Path state, int port, int controllerPort) {
        this.folder = state.toAbsolutePath().resolve("kafka");
        this.port = port;
        this.controllerPort = controllerPort;
        ProcessSpec spec = new ProcessSpec("kafka", command(), Map.of(), folder, state);
        this.server = new ProcessServer(spec, port, () -> Ports.answers(port));
    }

    ProcessServer server() {
        return server;
    }

    /** Writes the configuration and, in a fresh folder, the identity that marks it as formatted. */
    void prepare() {
        try {
            Files.createDirectories(data());
            Files.writeString(configuration(), filled(Resources.text("kafka.properties")));
            Files.writeString(logging(), Resources.text("kafka-log4j2.properties"));
            Path identity = data().resolve("meta.properties");
            if (Files.notExists(identity)) {
                Files.writeString(identity, identity());
            }
        } catch (IOException e) {
            throw new LaunchException("kafka could not make its data folder: " + e.getMessage(), e);
        }
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms128m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                // One node with little to do: quick to start is worth more than fast in the long
                // run.
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlog4j2.configurationFile=" + logging(),
                "-Djava.awt.headless=true",
                "-cp",
                classPath(),
                "kafka.Kafka",
                configuration().toString());
    }

    private String filled(String template) {
        return template.replace("@port@", Integer.toString(port))
                .replace("@controller-port@", Integer.toString(controllerPort))
                .replace("@data@", data().toString());
    }

    /** What Kafka's own storage tool writes; running that tool would cost another JVM start. */
    private static String identity() {
        return "version=1\ncluster.id=%s\nnode.id=1\ndirectory.id=%s\n"
                .formatted(kafkaId(), kafkaId());
    }

    private static String kafkaId() {
        UUID id = UUID.randomUUID();
        byte[] bytes =
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String classPath() {
        try (InputStream in = KafkaBroker.class.getClassLoader().getResourceAsStream(CLASS_PATH)) {
            if (in == null) {
                throw new LaunchException(
                        "The broker's class path is missing: build the module kafka-broker.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new LaunchException("The broker's class path cannot be read.", e);
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path configuration() {
        return folder.resolve("server.properties");
    }

    private Path logging() {
        return folder.resolve("log4j2.properties");
    }
}
