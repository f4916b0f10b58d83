package com.rechain.dao.perf.lab.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.lab.reconcile.Reconciliation;
import com.rechain.dao.perf.lab.request.RequestLine;
import com.rechain.dao.perf.lab.request.Requests;
import com.rechain.dao.perf.lab.request.Requests.Slot;
import com.rechain.dao.perf.observe.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** The folder of one run, as docs/formats/perf-run.md describes it. */
public record RunFolder(Path path) {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    public Path timeline() {
        return path.resolve(Timeline.FILE);
    }

    public Path toolOutput() {
        return path.resolve("tool.log");
    }

    public Path report() {
        return path.resolve("report.html");
    }

    /** Writes what was acknowledged, what was not, and the counted requests. */
    public void write(Requests requests) throws IOException {
        writes("acks.jsonl", requests, RequestLine::acknowledged);
        writes("unacknowledged.jsonl", requests, write -> !write.acknowledged());
        try (Writer out = Files.newBufferedWriter(path.resolve("requests.jsonl"))) {
            for (Map.Entry<Slot, Histogram> slot : requests.slots().entrySet()) {
                out.write(JSON.writeValueAsString(line(slot.getKey(), slot.getValue())));
                out.write('\n');
            }
        }
    }

    public void write(Reconciliation reconciliation) throws IOException {
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(path.resolve("reconciliation.json").toFile(), reconciliation);
    }

    /** Writes the summary, which finishes the run. */
    public void write(RunSummary summary) throws IOException {
        Path unfinished = path.resolve("run.json.part");
        JSON.writerWithDefaultPrettyPrinter().writeValue(unfinished.toFile(), summary);
        Files.move(unfinished, path.resolve("run.json"));
    }

    /**
     * @throws UsageException when it holds no finished run
     */
    public RunSummary summary() {
        Path file = path.resolve("run.json");
        if (!Files.isRegularFile(file)) {
            throw new UsageException(
                    "%s holds no finished run: there is no run.json in it.".formatted(path));
        }
        try {
            return JSON.readValue(file.toFile(), RunSummary.class);
        } catch (IOException | IllegalArgumentException _) {
            throw broken(file);
        }
    }

    /**
     * The requests of the run.
     *
     * @throws UsageException when they are not there whole
     */
    public Load load(RunSummary summary) {
        Path file = path.resolve("requests.jsonl");
        SortedMap<Slot, Histogram> slots = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                JsonNode slot = JSON.readTree(line);
                slots.put(
                        new Slot(
                                slot.required("second").asInt(),
                                slot.required("step").asText(),
                                slot.required("status").asInt()),
                        histogram(slot.required("hdr").asText()));
            }
        } catch (IOException | IllegalArgumentException | DataFormatException _) {
            throw broken(file);
        }
        long requests = slots.values().stream().mapToLong(Histogram::getTotalCount).sum();
        if (requests != summary.answers().requests()) {
            throw broken(file);
        }
        return new Load(summary.cell().scenario(), slots);
    }

    /**
     * What was seen during the run.
     *
     * @throws UsageException when it is not there whole
     */
    public Observations observations(RunSummary summary) {
        try {
            return Observations.read(path, summary.begin());
        } catch (IOException _) {
            throw broken(timeline());
        }
    }

    private void writes(String name, Requests requests, Predicate<RequestLine> which)
            throws IOException {
        try (Writer out = Files.newBufferedWriter(path.resolve(name))) {
            requests.writes().stream()
                    .filter(which)
                    .forEach(write -> {
                        try {
                            out.write(JSON.writeValueAsString(write));
                            out.write('\n');
                        } catch (JsonProcessingException e) {
                            throw new IllegalStateException(e);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }

    private static Map<String, Object> line(Slot slot, Histogram latency) {
        Map<String, Object> line = new TreeMap<>();
        line.put("second", slot.second());
        line.put("step", slot.step());
        line.put("status", slot.status());
        line.put("count", latency.getTotalCount());
        line.put("p50Micros", latency.getValueAtPercentile(50));
        line.put("p99Micros", latency.getValueAtPercentile(99));
        line.put("maxMicros", latency.getMaxValue());
        ByteBuffer bytes = ByteBuffer.allocate(latency.getNeededByteBufferCapacity());
        int length = latency.encodeIntoCompressedByteBuffer(bytes);
        line.put(
                "hdr",
                Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(bytes.array(), length)));
        return line;
    }

    private static Histogram histogram(String hdr) throws DataFormatException {
        return Histogram.decodeFromCompressedByteBuffer(
                ByteBuffer.wrap(Base64.getDecoder().decode(hdr)), 0);
    }

    private static UsageException broken(Path file) {
        return new UsageException(
                "%s is missing or not whole: the run was written by half or by another version."
                        .formatted(file));
    }
}
