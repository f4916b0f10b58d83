package com.rechain.dao.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this module, as its tests read them. Maven runs tests in the module's folder. */
final class Folder {
    static final Path HERE = Path.of("").toAbsolutePath();
    static final Path REPOSITORY = HERE.getParent();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Folder() {}

    /** The files of {@code folder}, in the order of their names. */
    static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(HERE.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(Path file) {
        try {
            ObjectMapper reader = file.toString().endsWith(".json") ? JSON : YAML;
            return reader.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
