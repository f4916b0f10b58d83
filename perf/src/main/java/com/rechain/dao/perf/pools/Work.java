package com.rechain.dao.perf.pools;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;

/** What is done with a connection, again and again. */
interface Work {
    /** How many things are done at once. */
    int size();

    void run(Connection connection) throws SQLException;

    /** The first page of all lists, past all caches, as proposal-service reads it. */
    static Work listMiss() {
        String sql =
                """
                SELECT p.id, p.space_id, p.title, p.status, p.outcome, p.starts_at, p.ends_at, p.listed_at FROM (
                    SELECT p.id FROM proposal p JOIN space_reference s ON s.id = p.space_id AND s.visibility = 'PUBLIC'
                    WHERE p.status <> 'DRAFT' ORDER BY p.listed_at DESC, p.id DESC LIMIT 21) page
                JOIN proposal p ON p.id = page.id ORDER BY p.listed_at DESC, p.id DESC\
                """;
        return of(
                1,
                connection -> {
                    try (PreparedStatement select = connection.prepareStatement(sql);
                            ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            row.getString("title");
                        }
                    }
                });
    }

    /** A batch of votes: rows of a ballot's size, and a durable commit. */
    static Work votes(int batch) {
        String insert =
                "INSERT INTO pool_ballot (proposal_id, voter_id, choice, weight, ballot_hash, cast_at) VALUES (?, ?, '1', ?, ?, NOW(6))";
        return of(
                batch,
                connection -> {
                    connection.setAutoCommit(false);
                    try (PreparedStatement statement = connection.prepareStatement(insert)) {
                        for (int i = 0; i < batch; i++) {
                            statement.setBytes(1, new byte[16]);
                            statement.setBytes(2, random(16));
                            statement.setObject(3, BigInteger.TEN);
                            statement.setBytes(4, random(32));
                            statement.addBatch();
                        }
                        statement.executeBatch();
                    }
                    connection.commit();
                });
    }

    /** Where {@link #votes} puts its rows. */
    static void prepareVotes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS pool_curve");
            statement.execute("CREATE DATABASE pool_curve");
            statement.execute(
                    """
                    CREATE TABLE pool_curve.pool_ballot (
                        proposal_id BINARY(16) NOT NULL, voter_id BINARY(16) NOT NULL, choice VARCHAR(64) NOT NULL,
                        weight DECIMAL(38) NOT NULL, ballot_hash BINARY(32) NOT NULL, cast_at DATETIME(6) NOT NULL,
                        PRIMARY KEY (proposal_id, voter_id))\
                    """);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }

    /** Something done with a connection. */
    interface Action {
        void run(Connection connection) throws SQLException;
    }

    private static Work of(int size, Action action) {
        return new Work() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public void run(Connection connection) throws SQLException {
                action.run(connection);
            }
        };
    }
}
