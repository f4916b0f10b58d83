package com.rechain.dao.perf.lab.tool;

import com.rechain.dao.perf.lab.scenario.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JMeter, out of the module {@code perf/jmeter}, in a JVM of its own: its jars meet nobody else's.
 */
final class Jmeter implements LoadTool {
    private final Path module;

    Jmeter(Path root) {
        this.module = root.resolve("perf").resolve("jmeter");
    }

    @Override
    public String name() {
        return "jmeter";
    }

    @Override
    public Optional<String> missing() {
        return Files.exists(classPath())
                ? Optional.empty()
                : Optional.of(
                        "JMeter is not built: mvn package -pl perf/jmeter -am -Dmaven.test.skip=true gets it.");
    }

    @Override
    public List<String> command(Job job) throws IOException {
        String jars =
                module.resolve("target/classes") + ":" + Files.readString(classPath()).strip();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms256m",
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.text=ALL-UNNAMED",
                "--add-opens=java.desktop/java.awt.font=ALL-UNNAMED",
                "-cp",
                jars,
                "com.rechain.dao.perf.jmeter.JmeterRun",
                module.resolve(job.scenario() + ".jmx").toString(),
                job.file().toString(),
                job.log().toString(),
                job.gateway(),
                schedule(job.phases()));
    }

    @Override
    public Map<String, String> environment(Job job) {
        return Map.of();
    }

    /** It starts a thread for each arrival and drops none; what is late shows in the lines. */
    @Override
    public long dropped(Job job, Path output) {
        return 0;
    }

    /** The course in the language of JMeter's open model. */
    static String schedule(List<Phase> phases) {
        List<String> words = new ArrayList<>();
        words.add("rate(%d/sec)".formatted(phases.getFirst().from()));
        for (Phase phase : phases) {
            words.add("even_arrivals(%d sec)".formatted(phase.seconds()));
            words.add("rate(%d/sec)".formatted(phase.to()));
        }
        // At its end it cuts off who still waits for an answer.
        words.add("pause(5 sec)");
        return String.join(" ", words);
    }

    private Path classPath() {
        return module.resolve("target/runtime.classpath");
    }
}
