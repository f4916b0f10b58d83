package com.rechain.dao.perf.diagnose;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.perf.cli.JsonFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The figures of the dearest statements, where the server keeps digests of them and the run's
 * summary has them: since the server was started, which for a platform of the lab's own is the run
 * and what prepared it.
 */
final class DigestFigures {
    private static final String SUMMARY = "run.json";
    private static final int LONGEST = 120;

    private DigestFigures() {}

    static void into(Map<String, Double> figures, Path run) {
        Path file = run.resolve(SUMMARY);
        if (!Files.isRegularFile(file)) {
            return;
        }
        JsonNode summary = JsonFile.read(file);
        double requests = Math.max(1, summary.path("answers").path("requests").asDouble());
        double time = 0;
        for (JsonNode digest : summary.path("statements")) {
            time += digest.path("millis").asDouble();
        }
        for (JsonNode digest : summary.path("statements")) {
            String own = "statement." + name(digest) + ".";
            double count = Math.max(1, digest.path("count").asDouble());
            double sent = Math.max(1, digest.path("rowsSent").asDouble());
            figures.put(own + "per_request", count / requests);
            figures.put(
                    own + "time_share", digest.path("millis").asDouble() / Math.max(1e-9, time));
            figures.put(own + "examined_per_sent", digest.path("rowsExamined").asDouble() / sent);
            figures.put(own + "without_index", digest.path("withoutIndex").asDouble() / count);
        }
    }

    private static String name(JsonNode digest) {
        String text = digest.path("schema").asText() + ": " + digest.path("statement").asText();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
