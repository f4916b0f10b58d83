package com.rechain.dao.perf.lab.community;

import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.lab.scenario.Cell;
import com.rechain.dao.perf.platform.Platform;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Whether the databases hold the rows that a cell is about. */
public final class RequiredRows {
    private RequiredRows() {}

    /**
     * @throws UsageException when there are too few, and how to get them
     */
    public static void require(Platform platform, Cell cell) throws SQLException {
        var rows = cell.data().rows();
        require(platform, cell, "users.account", rows.users());
        require(platform, cell, "proposals.proposal", rows.proposals());
        require(platform, cell, "voting.ballot", rows.votes());
    }

    private static void require(Platform platform, Cell cell, String table, long wanted)
            throws SQLException {
        if (wanted == 0) {
            return;
        }
        try (Connection primary = platform.primary();
                Statement statement = primary.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            if (rows.getLong(1) < wanted) {
                throw new UsageException(
                        "%s at scale %s is about %d rows in %s, and there are %d: ./dao up, ./dao perf seed, and run it with --url."
                                .formatted(
                                        cell.name(),
                                        cell.scale().text(),
                                        wanted,
                                        table,
                                        rows.getLong(1)));
            }
        }
    }
}
