package com.rechain.dao.platform.measure;

import com.mysql.cj.exceptions.ExceptionInterceptor;
import com.mysql.cj.log.Log;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Counts what a database, or the way to it, refused. The driver calls it for every exception. */
public final class QueryErrors implements ExceptionInterceptor {
    private final Map<QueryError, Counter> counters = new EnumMap<>(QueryError.class);

    @Override
    public ExceptionInterceptor init(Properties properties, Log log) {
        for (QueryError error : QueryError.values()) {
            counters.put(error, counter(Database.of(properties), error));
        }
        return this;
    }

    @Override
    public @Nullable Exception interceptException(Exception thrown) {
        Counter counter = counters.get(QueryError.of(thrown));
        if (counter != null) {
            counter.increment();
        }
        return null;
    }

    @Override
    public void destroy() {}

    private static Counter counter(Database database, QueryError error) {
        return Counter.builder("dao.database.errors")
                .description("Statements and connections that failed")
                .tag("database", database.label())
                .tag("error", error.label())
                .register(Metrics.globalRegistry);
    }
}
