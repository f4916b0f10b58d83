package com.rechain.dao.devstack.backing;

import com.rechain.dao.devstack.process.LaunchException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** A MySQL-compatible server together with the account that administers it. */
public record Database(BackingServer server, Account admin) {
    // No TLS on the loopback interface; with MySQL the password is then sealed with the server's
    // public key.
    private static final String URL =
            "jdbc:mysql://%s/%s?sslMode=DISABLED&allowPublicKeyRetrieval=true&connectTimeout=2000&socketTimeout=20000";

    /** The JDBC address services get, without account. */
    public String jdbcUrl(Schema schema) {
        return "jdbc:mysql://%s/%s?sslMode=DISABLED&allowPublicKeyRetrieval=true"
                .formatted(server.address(), schema.schemaName());
    }

    /** Opens a connection as administrator, without a schema. */
    public Connection connect() throws SQLException {
        return connect(admin, "");
    }

    public Connection connect(Account account, String schemaName) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", account.name());
        login.setProperty("password", account.password());
        // Straight to the driver: DriverManager hides drivers from all but one of a test's class
        // loaders.
        Connection connection =
                new com.mysql.cj.jdbc.Driver()
                        .connect(URL.formatted(server.address(), schemaName), login);
        if (connection == null) {
            throw new LaunchException("The MySQL driver refused its own address.");
        }
        return connection;
    }

    /** Whether the account can log in. */
    public boolean accepts(Account account, String schemaName) {
        try (Connection connection = connect(account, schemaName)) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    /** Whether the administrator can log in, which is to say: it is up. */
    public boolean answers() {
        return accepts(admin, "");
    }
}
