package com.rechain.dao.platform.measure;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Times every round trip to a database. The driver makes one for each connection and calls it by
 * the one thread that uses the connection; what fails is counted by {@link QueryErrors}.
 */
public final class QueryTimes implements QueryInterceptor {
    private @Nullable Timer timer;
    private long startedAt;

    @Override
    public QueryInterceptor init(MysqlConnection connection, Properties properties, Log log) {
        timer =
                Timer.builder("dao.database.query")
                        .description("Time of a statement, from sending it to its answer")
                        .tag("database", Database.of(properties).label())
                        .register(Metrics.globalRegistry);
        return this;
    }

    @Override
    public <T extends Resultset> @Nullable T preProcess(Supplier<String> sql, Query query) {
        startedAt = System.nanoTime();
        return null;
    }

    @Override
    public <T extends Resultset> @Nullable T postProcess(
            Supplier<String> sql, Query query, T result, ServerSession session) {
        if (timer != null) {
            timer.record(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS);
        }
        return null;
    }

    @Override
    public boolean executeTopLevelOnly() {
        return false;
    }

    @Override
    public void destroy() {}
}
