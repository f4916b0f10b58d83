package com.rechain.dao.perf.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A folder that nobody needs any more once it is closed: all that is in it goes with it. */
public record Scratch(Path path) implements AutoCloseable {
    @Override
    public void close() {
        deleteIf(_ -> true);
    }

    /** Leaves one folder in it behind. */
    public void closeBut(String kept) {
        Path rest = path.resolve(kept);
        deleteIf(file -> !file.startsWith(rest) && !rest.startsWith(file));
    }

    private void deleteIf(Predicate<Path> condition) {
        if (!Files.isDirectory(path)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            // The deepest first.
            for (Path file : tree.filter(condition).sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
