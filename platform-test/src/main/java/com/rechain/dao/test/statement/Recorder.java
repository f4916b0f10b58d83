package com.rechain.dao.test.statement;

import com.mysql.cj.Query;
import com.mysql.cj.jdbc.JdbcPreparedStatement;
import com.mysql.cj.protocol.Resultset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The driver's hook by which every statement of a service under test is written down. */
public final class Recorder implements StatementListener {
    private static final System.Logger LOG = System.getLogger(Recorder.class.getName());

    @Override
    public <T extends Resultset> @Nullable T preProcess(Supplier<String> sql, Query query) {
        try {
            if (query instanceof JdbcPreparedStatement prepared) {
                Statements.seen(
                        prepared.getPreparedSql(), prepared.getQueryBindings().getBindValues());
            } else {
                Statements.seen(sql.get());
            }
        } catch (RuntimeException | StackOverflowError e) {
            // Who is watched must not notice it.
            LOG.log(System.Logger.Level.WARNING, "a statement was not written down", e);
        }
        return null;
    }
}
