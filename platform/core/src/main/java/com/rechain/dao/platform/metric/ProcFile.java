package com.rechain.dao.platform.metric;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One of the kernel's small text files. Where it is not there or not readable, it is empty. */
record ProcFile(Path path) {
    private static final Pattern GAP = Pattern.compile("[\\s:]+");

    boolean isThere() {
        return Files.isReadable(path);
    }

    /** Its lines, each cut at spaces and colons. */
    List<String[]> rows() {
        try (Stream<String> lines = Files.lines(path)) {
            return lines.map(line -> GAP.split(line.strip())).toList();
        } catch (IOException | UncheckedIOException _) {
            return List.of();
        }
    }

    /** The number behind {@code name}; NaN where there is none. */
    double value(String name) {
        return rows().stream()
                .filter(row -> row.length > 1 && row[0].equals(name))
                .mapToDouble(row -> Double.parseDouble(row[1]))
                .findFirst()
                .orElse(Double.NaN);
    }
}
