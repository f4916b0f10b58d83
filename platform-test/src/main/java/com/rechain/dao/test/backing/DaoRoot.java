package com.rechain.dao.test.backing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the repository lies, whatever module a test runs in. */
public final class DaoRoot {

    private DaoRoot() {}

    /** The build names it; an IDE does not, so then it is looked for upwards. */
    public static Path path() {
        String named = System.getProperty("dao.root");
        return named == null ? above(Path.of("").toAbsolutePath()) : Path.of(named);
    }

    static Path above(Path start) {
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve(".mvn")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no repository above " + start));
    }
}
