package com.rechain.dao.test.statement;

/** Code with SQL in it, as a service has it; nothing ever issues it. */
final class SampleRows {
    static final String WHOLE =
            """
            SELECT name FROM account
            WHERE id = :id
            """;
    static final String FORMAT = "DELETE FROM %s WHERE name LIKE 'a%%'";

    private SampleRows() {}

    static String update(String table, boolean some) {
        StringBuilder sql = new StringBuilder("UPDATE " + table + " SET state = ?");
        if (some) {
            sql.append(" WHERE state <> 'OPEN'");
        }
        return sql + "from here to there";
    }
}
