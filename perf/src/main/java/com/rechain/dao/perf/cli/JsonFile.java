package com.rechain.dao.perf.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with a JSON object that a run has left. */
public final class JsonFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFile() {}

    /**
     * Reads it.
     *
     * @throws UsageException when it is not there or not whole
     */
    public static JsonNode read(Path file) {
        try {
            JsonNode node = JSON.readTree(Files.readString(file));
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException _) {
            throw notWhole(file);
        } catch (IOException _) {
            throw new UsageException(file + " can not be read.");
        }
        throw notWhole(file);
    }

    /** For a file that lacks what a whole one has. */
    public static UsageException notWhole(Path file) {
        return new UsageException("%s is not whole: the run was written by half.".formatted(file));
    }
}
