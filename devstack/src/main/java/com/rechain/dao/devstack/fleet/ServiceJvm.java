package com.rechain.dao.devstack.fleet;

import com.rechain.dao.devstack.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How a service's JVM is started so that several fit on a small machine and start fast again. */
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
                // Made when the first run ends, used by the next ones; the JVM renews it when the
                // jar changed.
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + archive(service),
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-jar",
                jar.toString());
    }

    private Path archive(ServiceName service) {
        try {
            Path folder = Files.createDirectories(settings.state().resolve("cds"));
            return folder.resolve(service.text() + ".jsa");
        } catch (IOException e) {
            throw new LaunchException("No folder for class archives: " + e.getMessage(), e);
        }
    }
}
