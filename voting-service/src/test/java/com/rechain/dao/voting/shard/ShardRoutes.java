package com.rechain.dao.voting.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.test.backing.VitessAddress;
import com.rechain.dao.test.statement.StatementLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Asks vtgate where it sends each statement that the integration tests have issued. Runs after them
 * where they ran on shards, over what they have left in {@link StatementLog#FILE}; what comes out
 * is kept as {@code target/vitess-routes.md}.
 */
class ShardRoutes {
    private static final Path REPORT = Path.of("target", "vitess-routes.md");
    private static final Pattern OURS =
            Pattern.compile(
                    "(?i)(SELECT|INSERT|UPDATE|DELETE)\\b(?!.*(flyway|information_schema|performance_schema|_lock\\()).*");

    /** What may ask all shards, and why; none of it is part of a transaction. */
    private static final Map<Pattern, String> ACROSS =
            Map.of(
                    Pattern.compile("SELECT proposal_id FROM (box|electorate) WHERE .*state = .*"),
                            "schedulers look for what is due; each find is then taken by its key",
                    Pattern.compile("SELECT .* FROM tally_counter \\w+ LEFT JOIN .*"),
                            "the sweep looks for tallies that nobody was told of; each is then announced by its key",
                    Pattern.compile("SELECT .* FROM ballot .*WHERE ballot.voter_id = .*"),
                            "\"my ballots\", a screen that decides nothing",
                    Pattern.compile("(UPDATE .*heartbeat SET|SELECT MIN.* FROM heartbeat).*"),
                            "every shard has a heartbeat, and the oldest counts",
                    Pattern.compile(
                                    "(DELETE .*FROM|SELECT \\w+ FROM) (inbox|idempotency_key) WHERE \\w+_at.*"),
                            "the purge, a step at a time and committed by each shard for itself");

    private static final List<String> VOTE_PATH =
            List.of(
                    "FROM box .*LOCK IN SHARE MODE",
                    "FROM box .*FOR UPDATE",
                    "FROM electorate_entry .*FOR UPDATE",
                    "FROM electorate_flow_via .*JOIN electorate_flow",
                    "FROM ballot .*JOIN ballot_revision",
                    "FROM idempotency_key",
                    "INSERT INTO ballot_revision",
                    "INSERT INTO ballot ",
                    "INSERT INTO ballot .*ON DUPLICATE KEY UPDATE revision",
                    "UPDATE ballot SET weight",
                    "UPDATE electorate_flow SET",
                    "UPDATE electorate_entry SET",
                    "INSERT INTO ballot_reweighting",
                    "INSERT INTO tally_counter",
                    "INSERT INTO outbox",
                    "INSERT INTO idempotency_key",
                    "FROM tally_counter WHERE .*GROUP BY",
                    "FROM ballot .*GROUP BY choice",
                    "INSERT INTO result");

    private static final List<Route> ROUTES = new ArrayList<>();

    @BeforeAll
    static void askVtgate() throws IOException, SQLException {
        try (Connection vtgate = DriverManager.getConnection(VitessAddress.chosen().jdbcUrl())) {
            for (String statement : Files.readAllLines(StatementLog.FILE)) {
                if (OURS.matcher(statement).matches()) {
                    ROUTES.add(Route.of(vtgate, statement));
                }
            }
        }
    }

    @AfterAll
    static void keepTheReport() throws IOException {
        StringBuilder report = new StringBuilder("| shards | route | statement |\n|---|---|---|\n");
        ROUTES.stream().sorted().forEach(route -> report.append(route.line()));
        Files.writeString(REPORT, report);
    }

    @Test
    void aStatementGoesToOneShardUnlessThereIsAReason() {
        assertThat(ROUTES)
                .filteredOn(route -> !route.isOnOneShard())
                .extracting(Route::statement)
                .allMatch(statement ->
                        ACROSS.keySet().stream()
                                .anyMatch(reason -> reason.matcher(statement).matches()));
    }

    @Test
    void everyStepOfAVoteAndItsTallyWasSeenAndGoesToOneShard() {
        for (String step : VOTE_PATH) {
            assertThat(ROUTES)
                    .as(step)
                    .filteredOn(route -> Pattern.compile(step).matcher(route.statement()).find())
                    .filteredOn(route ->
                            !route.statement().contains("ballot.voter_id = x'")
                                    || route.statement().contains("ballot.proposal_id = x'"))
                    .isNotEmpty()
                    .allMatch(Route::isOnOneShard);
        }
    }

    /** So that the tests before could not have passed by chance. */
    @Test
    void aTransactionInSingleModeIsRefusedTheSecondShard() throws SQLException {
        try (Connection vtgate = DriverManager.getConnection(VitessAddress.chosen().jdbcUrl());
                Statement sql = vtgate.createStatement()) {
            sql.execute("SET SESSION transaction_mode = 'single'");
            vtgate.setAutoCommit(false);
            sql.executeUpdate("UPDATE heartbeat SET beat_micros = beat_micros + 1 WHERE id = 14");

            assertThatThrownBy(() ->
                            sql.executeUpdate(
                                    "UPDATE heartbeat SET beat_micros = beat_micros + 1 WHERE id = 15"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("multi-db transaction attempted");
            vtgate.rollback();
        }
    }

    @Test
    void transactionsReallyUsedBothShards() throws SQLException {
        try (Connection vtgate = DriverManager.getConnection(VitessAddress.chosen().jdbcUrl())) {
            for (String shard : Route.shards(vtgate)) {
                assertThat(Route.ballots(vtgate, shard)).as(shard).isPositive();
            }
        }
    }
}
