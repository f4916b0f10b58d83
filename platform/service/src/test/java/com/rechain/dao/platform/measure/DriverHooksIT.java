package com.rechain.dao.platform.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.devstack.backing.Account;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.devstack.backing.Schema;
import com.rechain.dao.test.backing.SharedBacking;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The driver's hooks by themselves: Quarkus' tests load the driver apart from the application. */
class DriverHooksIT {
    private final MeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void listen() {
        Metrics.addRegistry(registry);
    }

    @AfterEach
    void leave() {
        Metrics.removeRegistry(registry);
    }

    @Test
    void statementsAreTimedByDatabase() throws SQLException {
        try (Connection connection = connect("replica");
                Statement statement = connection.createStatement()) {
            long before = statements("replica");

            statement.execute("SELECT 1");
            statement.execute("SELECT 2");

            assertThat(statements("replica") - before).isEqualTo(2);
        }
    }

    @Test
    void aCommitIsAStatementToo() throws SQLException {
        try (Connection connection = connect("primary");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT 1");
            long before = statements("primary");

            connection.commit();

            assertThat(statements("primary") - before).isEqualTo(1);
        }
    }

    @Test
    void failuresAreCountedByKind() throws SQLException {
        try (Connection connection = connect("primary");
                Statement statement = connection.createStatement()) {
            double before = errors("other");

            assertThatThrownBy(() -> statement.execute("SELECT nonsense"))
                    .isInstanceOf(SQLException.class);

            assertThat(errors("other") - before).isEqualTo(1);
            assertThat(errors("constraint")).isZero();
        }
    }

    private long statements(String database) {
        return registry.get("dao.database.query").tag("database", database).timer().count();
    }

    private double errors(String error) {
        return registry.get("dao.database.errors")
                .tag("database", "primary")
                .tag("error", error)
                .counter()
                .count();
    }

    private static Connection connect(String database) throws SQLException {
        BackingServices backing = SharedBacking.get();
        Account account = Schema.VOTING.account(Schema.Role.READ, backing.secrets());
        Properties properties = new Properties();
        properties.setProperty("user", account.name());
        properties.setProperty("password", account.password());
        properties.setProperty("queryInterceptors", QueryTimes.class.getName());
        properties.setProperty("exceptionInterceptors", QueryErrors.class.getName());
        properties.setProperty("daoDatabase", database);
        return new com.mysql.cj.jdbc.Driver()
                .connect(backing.primary().jdbcUrl(Schema.VOTING), properties);
    }
}
