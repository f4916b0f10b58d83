package com.rechain.dao.test.statement;

import com.mysql.cj.Query;
import com.mysql.cj.protocol.Resultset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one example of every statement that goes to a database, with its values as the driver puts
 * them in, a line each in a file that is read when the tests are over. Named in {@code
 * queryInterceptors} of a connection.
 */
public final class StatementLog implements StatementListener {
    /** Named from the folder of the module under test. */
    public static final Path FILE = Path.of("target", "statements.sql");

    /** A system property: while it is set nothing is kept. */
    public static final String PAUSED = "dao.statements.paused";

    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

    /** Forgets what an earlier run has left. */
    public static void clear() {
        try {
            Files.deleteIfExists(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <T extends Resultset> @Nullable T preProcess(Supplier<String> sql, Query query) {
        String text = StatementText.first(sql.get());
        if (System.getProperty(PAUSED) == null && KNOWN.add(StatementText.shape(text))) {
            keep(text);
        }
        return null;
    }

    private static synchronized void keep(String statement) {
        try {
            Files.writeString(
                    FILE,
                    StatementText.line(statement) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
