package com.rechain.dao.devstack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a child process has written, read from the end. */
public record LogFile(Path path) {
    private static final int TAIL_BYTES = 64 * 1024;
    private static final Pattern STACK_FRAME = Pattern.compile("\\s+(at |\\.\\.\\. \\d+ more).*");

    /** The last line that says something, which no line of a stack trace does; or an empty text. */
    public String lastLine() {
        List<String> lines = spoken().filter(line -> !STACK_FRAME.matcher(line).matches()).toList();
        return lines.isEmpty() ? "" : lines.getLast().strip();
    }

    /** At most so many of the last lines that say something, oldest first. */
    public List<String> tail(int lines) {
        List<String> all = spoken().toList();
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    private Stream<String> spoken() {
        return end().lines().filter(line -> !line.isBlank());
    }

    private String end() {
        if (!Files.exists(path)) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long start = Math.max(0, file.length() - TAIL_BYTES);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
