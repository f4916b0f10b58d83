package com.rechain.dao.perf.observe;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** How many events wait to be sent, by schema. */
record OutboxSource(String name, Connection primary) implements Source {
    private static final String WAITING =
            """
            SELECT 'users', COUNT(*) FROM users.outbox
            UNION ALL SELECT 'proposals', COUNT(*) FROM proposals.outbox
            UNION ALL SELECT 'voting', COUNT(*) FROM voting.outbox\
            """;

    @Override
    public String section() {
        return "";
    }

    @Override
    public Map<String, Double> read() throws SQLException {
        Map<String, Double> waiting = new HashMap<>();
        try (Statement sql = primary.createStatement();
                ResultSet rows = sql.executeQuery(WAITING)) {
            while (rows.next()) {
                waiting.put(rows.getString(1), rows.getDouble(2));
            }
        }
        return waiting;
    }
}
