package com.rechain.dao.perf.bench.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.rechain.dao.perf.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes results into a folder, as JSON and as a page to read, and reads them back. */
public final class ResultFile {
    static final String NAME = "results.json";
    private static final String PAGE = "results.md";
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private ResultFile() {}

    /** Whoever reads the folder meanwhile sees the old results or the new, never half of them. */
    public static void write(Path folder, BenchResult result) throws IOException {
        Files.createDirectories(folder);
        Path unfinished = folder.resolve(NAME + ".new");
        Files.write(unfinished, JSON.writeValueAsBytes(result));
        Files.move(unfinished, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        Files.writeString(folder.resolve(PAGE), MarkdownPage.of(result));
    }

    /**
     * Reads the results of a folder, or the file itself.
     *
     * @throws UsageException when there are none, or not whole ones
     */
    public static BenchResult read(Path folderOrFile) {
        Path file = Files.isDirectory(folderOrFile) ? folderOrFile.resolve(NAME) : folderOrFile;
        if (!Files.isReadable(file)) {
            throw new UsageException("There are no results of a bench at " + folderOrFile + ".");
        }
        try {
            BenchResult result = JSON.readValue(file.toFile(), BenchResult.class);
            if (result.format() != BenchResult.FORMAT) {
                throw new UsageException(
                        "%s has format %d, and only %d can be read."
                                .formatted(file, result.format(), BenchResult.FORMAT));
            }
            return result;
        } catch (JsonProcessingException e) {
            throw new UsageException(
                    "%s holds no whole results of a bench: %s"
                            .formatted(file, e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read: " + e.getMessage());
        }
    }
}
