package com.rechain.dao.user.database;

import com.rechain.dao.platform.replica.SqlFunction;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Plain JDBC on the primary; within a transaction, on the connection that the entities use too. */
@ApplicationScoped
public class Primary {
    private final AgroalDataSource dataSource;

    Primary(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs {@code work}. */
    public <T> T run(SqlFunction<Connection, T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.apply(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused a statement", e);
        }
    }
}
