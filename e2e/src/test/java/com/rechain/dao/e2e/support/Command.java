package com.rechain.dao.e2e.support;

import com.rechain.dao.test.backing.DaoRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of this machine, run in the root of the repository until it ends. Immutable. */
public final class Command {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final List<String> words;
    private final Map<String, String> environment;

    private Command(List<String> words, Map<String, String> environment) {
        this.words = List.copyOf(words);
        this.environment = Map.copyOf(environment);
    }

    public static Command of(String... words) {
        return new Command(Arrays.asList(words), Map.of());
    }

    /** The same command with one more variable in its environment. */
    public Command with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Command(words, more);
    }

    /**
     * Runs it with some more words and returns what it printed, complaints left out.
     *
     * @throws IllegalStateException with all it printed, when it failed or took too long
     */
    public String run(String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(Arrays.asList(more));
        try {
            Path complaints = Files.createTempFile("command", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(all)
                            .directory(DaoRoot.path().toFile())
                            .redirectError(complaints.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String printed =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
            String complained = Files.readString(complaints);
            Files.delete(complaints);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(
                        String.join(" ", all) + " failed: " + complained + printed);
            }
            return printed.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(String.join(" ", all), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(String.join(" ", all), e);
        }
    }
}
