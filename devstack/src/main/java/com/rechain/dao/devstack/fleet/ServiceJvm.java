package com.rechain.dao.devstack.fleet;

import com.rechain.dao.devstack.process.LaunchException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How a service's JVM is started so that several fit on a small machine. No class archive: Quarkus'
 * own class loader gains a tenth of the start from it, and making it costs 100 MB and seconds at
 * the stop.
 */
final class ServiceJvm {
    private final FleetSettings settings;

    ServiceJvm(FleetSettings settings) {
        this.settings = settings;
    }

    List<String> command(ServiceName service) {
        Path jar = service.jar(settings.root());
        if (Files.notExists(jar)) {
            throw new LaunchException(
                    "%s is not built: %s is missing.".formatted(service.text(), jar));
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                // Warnings about libraries that nobody here can change.
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar.toString());
    }
}
