package com.rechain.dao.perf.capacity;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.rechain.dao.perf.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one request of each kind takes of each process, measured by the service demand law: demand
 * is utilisation divided by throughput (Denning and Buzen, "The operational analysis of queueing
 * network models", 1978).
 *
 * @param cpuMicros CPU by kind and station
 * @param heldMillis time for which a connection is busy, by kind and service
 * @param residentBytes memory of a process, by station
 */
record Demands(
        String measuredAt,
        Map<String, Map<String, Double>> cpuMicros,
        Map<String, Map<String, Double>> heldMillis,
        Map<String, Double> residentBytes) {
    static final String FILE = "perf/capacity/demands.json";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build();

    /**
     * @throws UsageException when there are none, or not whole ones
     */
    static Demands read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UsageException(
                    "There are no measured demands in %s: ./dao perf capacity --measure makes them."
                            .formatted(file));
        }
        try {
            return JSON.readValue(file.toFile(), Demands.class);
        } catch (IOException _) {
            throw new UsageException("%s does not hold whole demands.".formatted(file));
        }
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        JSON.writeValue(file.toFile(), this);
    }

    /** What a request of the mix takes on average, by station, in microseconds of CPU. */
    Map<String, Double> cpuMicros(Mix mix) {
        return weighed(cpuMicros, mix);
    }

    /** For how long a request of the mix keeps a connection busy, by service, in milliseconds. */
    Map<String, Double> heldMillis(Mix mix) {
        return weighed(heldMillis, mix);
    }

    private static Map<String, Double> weighed(Map<String, Map<String, Double>> byKind, Mix mix) {
        Map<String, Double> sum = new TreeMap<>();
        mix.shares()
                .forEach((kind, share) -> {
                    Map<String, Double> demands = byKind.get(kind.text());
                    if (demands == null) {
                        throw new UsageException(
                                "The demands of %s were not measured, and mix %s has some."
                                        .formatted(kind.text(), mix.text()));
                    }
                    demands.forEach(
                            (station, demand) -> sum.merge(station, share * demand, Double::sum));
                });
        return sum;
    }
}
