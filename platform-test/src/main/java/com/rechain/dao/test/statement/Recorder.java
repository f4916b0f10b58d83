package com.rechain.dao.test.statement;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.PreparedQuery;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The driver's hook by which every statement of a service under test is written down. */
public final class Recorder implements QueryInterceptor {
    @Override
    public QueryInterceptor init(MysqlConnection connection, Properties properties, Log log) {
        return this;
    }

    @Override
    public <T extends Resultset> @Nullable T preProcess(Supplier<String> sql, Query query) {
        if (query instanceof PreparedQuery prepared) {
            Statements.seen(prepared.getOriginalSql(), prepared.getQueryBindings().getBindValues());
        } else {
            Statements.seen(sql.get());
        }
        return null;
    }

    @Override
    public <T extends Resultset> @Nullable T postProcess(
            Supplier<String> sql, Query query, T result, ServerSession session) {
        return null;
    }

    @Override
    public boolean executeTopLevelOnly() {
        return false;
    }

    @Override
    public void destroy() {}
}
