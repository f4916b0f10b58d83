package com.rechain.dao.devstack.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prints what is added to log files until it is interrupted. */
final class LogFollower implements Runnable {
    private static final long PAUSE_MILLIS = 200;

    private final List<Path> files;
    private final Console console;

    LogFollower(List<Path> files, Console console) {
        this.files = files;
        this.console = console;
    }

    @Override
    public void run() {
        try {
            List<BufferedReader> ends = new ArrayList<>();
            for (Path file : files) {
                BufferedReader reader = Files.newBufferedReader(file);
                reader.skip(Files.size(file));
                ends.add(reader);
            }
            while (!Thread.interrupted()) {
                for (BufferedReader end : ends) {
                    print(end);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(BufferedReader end) throws IOException {
        for (String line = end.readLine(); line != null; line = end.readLine()) {
            console.say(line);
        }
    }
}
