package com.rechain.dao.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A copy of the chart whose hooks are ordinary objects, because the library renders those only.
 * {@link #hooked} makes them hooks again in what was rendered.
 */
final class Sources {
    private static final String HOOK = "helm.sh/hook:";
    private static final String ORDINARY = "dao.test/hook:";

    static final Path WITHOUT_HOOKS = copy();

    private Sources() {}

    static String hooked(String rendered) {
        return rendered.replace(ORDINARY, HOOK);
    }

    private static Path copy() {
        try (Stream<Path> files = Files.walk(Chart.FOLDER, FileVisitOption.FOLLOW_LINKS)) {
            Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "chart");
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(Chart.FOLDER.relativize(file));
                Files.createDirectories(target.getParent());
                Files.writeString(target, Files.readString(file).replace(HOOK, ORDINARY));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
