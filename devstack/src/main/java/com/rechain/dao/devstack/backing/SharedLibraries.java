package com.rechain.dao.devstack.backing;

import com.rechain.dao.devstack.process.LaunchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells which of the system's libraries a program misses, before it fails in a way nobody
 * understands.
 */
final class SharedLibraries {

    private SharedLibraries() {}

    static void require(Path program) {
        List<String> missing = missing(listing(program));
        if (!missing.isEmpty()) {
            throw new LaunchException(
                    "%s needs %s, which this system does not have; install it or use the containers."
                            .formatted(program.getFileName(), String.join(" and ", missing)));
        }
    }

    /** The names in front of {@code => not found}. */
    static List<String> missing(String listing) {
        return listing.lines()
                .filter(line -> line.contains("not found"))
                .map(line -> line.strip().split(" ", 2)[0])
                .distinct()
                .toList();
    }

    private static String listing(Path program) {
        try {
            Process ldd =
                    new ProcessBuilder("ldd", program.toString()).redirectErrorStream(true).start();
            return new String(ldd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException _) {
            // Without ldd the program itself will have to tell.
            return "";
        }
    }
}
