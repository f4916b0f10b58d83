package com.rechain.dao.voting.shard;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where vtgate sends a statement.
 *
 * @param variants how its plan finds shards: {@code EqualUnique}, {@code IN}, {@code Scatter} …
 * @param shards those it went to, with the values at hand
 */
record Route(String statement, Set<String> variants, Set<String> shards)
        implements Comparable<Route> {
    private static final Pattern VARIANT = Pattern.compile("\"Variant\": \"(\\w+)\"");
    private static final int SHOWN = 160;

    /**
     * Plans the statement and carries it out in a transaction that is rolled back. What is there
     * already is not inserted again.
     */
    static Route of(Connection vtgate, String statement) throws SQLException {
        Set<String> variants = variants(vtgate, statement);
        return new Route(statement, variants, shards(vtgate, statement));
    }

    private static Set<String> variants(Connection vtgate, String statement) throws SQLException {
        Set<String> variants = new TreeSet<>();
        try (Statement explain = vtgate.createStatement()) {
            // executeQuery takes none that begins with a word it does not know.
            explain.execute("VEXPLAIN PLAN " + statement);
            ResultSet plan = explain.getResultSet();
            while (plan.next()) {
                Matcher variant = VARIANT.matcher(plan.getString(1));
                while (variant.find()) {
                    variants.add(variant.group(1));
                }
            }
        }
        return variants;
    }

    private static Set<String> shards(Connection vtgate, String statement) throws SQLException {
        Set<String> shards = new TreeSet<>();
        vtgate.setAutoCommit(false);
        try (Statement explain = vtgate.createStatement()) {
            explain.execute(
                    "VEXPLAIN /*vt+ EXECUTE_DML_QUERIES */ QUERIES "
                            + statement.replaceFirst("^INSERT INTO", "INSERT IGNORE INTO"));
            ResultSet query = explain.getResultSet();
            while (query.next()) {
                shards.add(query.getString("shard"));
            }
        } finally {
            vtgate.rollback();
            vtgate.setAutoCommit(true);
        }
        return shards;
    }

    /** The shards of the connection's keyspace. */
    static List<String> shards(Connection vtgate) throws SQLException {
        List<String> shards = new ArrayList<>();
        try (Statement show = vtgate.createStatement();
                ResultSet shard =
                        show.executeQuery(
                                "SHOW VITESS_SHARDS LIKE '" + vtgate.getCatalog() + "/%'")) {
            while (shard.next()) {
                shards.add(shard.getString(1).replace('/', ':'));
            }
        }
        return shards;
    }

    /** How many ballots lie on one shard. */
    static long ballots(Connection vtgate, String shard) throws SQLException {
        String keyspace = vtgate.getCatalog();
        try (Statement look = vtgate.createStatement()) {
            vtgate.setCatalog(shard);
            try (ResultSet count = look.executeQuery("SELECT COUNT(*) FROM ballot")) {
                count.next();
                return count.getLong(1);
            }
        } finally {
            vtgate.setCatalog(keyspace);
        }
    }

    boolean isOnOneShard() {
        return shards.size() <= 1 && !variants.contains("Scatter");
    }

    String line() {
        String text = statement.replaceAll("x'(\\w{8})\\w+'", "x'$1…'").replace("|", "\\|");
        return "| %s | %s | `%s` |\n"
                .formatted(
                        String.join(" ", shards),
                        String.join(" ", variants),
                        text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
    }

    @Override
    public int compareTo(Route other) {
        return Comparator.comparing((Route route) -> route.isOnOneShard())
                .thenComparing(Route::statement)
                .compare(this, other);
    }
}
