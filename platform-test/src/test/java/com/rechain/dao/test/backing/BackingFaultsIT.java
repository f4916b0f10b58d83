package com.rechain.dao.test.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.devstack.backing.Account;
import com.rechain.dao.devstack.backing.BackingServer;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.devstack.backing.Database;
import com.rechain.dao.devstack.backing.Redis;
import com.rechain.dao.devstack.backing.Schema;
import com.rechain.dao.devstack.backing.Schema.Role;
import com.rechain.dao.devstack.process.Await;
import com.rechain.dao.test.event.KafkaProbe;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every home must be able to suffer. */
class BackingFaultsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String TABLE = "note_" + UUID.randomUUID().toString().replace("-", "");
    private static final BackingServices BACKING = SharedBacking.get();

    @BeforeAll
    static void aTable() throws SQLException {
        execute(
                BACKING.primary(),
                "CREATE TABLE %s (text VARCHAR(50) PRIMARY KEY)".formatted(TABLE));
    }

    @Test
    void theReplicaGoesOnByItselfAfterACrash() throws SQLException {
        BackingServer replica = BACKING.replica().server();

        replica.kill();
        assertThat(replica.alive()).isFalse();
        String text = writeARow();
        restart(replica);

        assertThat(arrivesAtTheReplica(text)).isTrue();
    }

    @Test
    void theReplicaFindsThePrimaryAgainAfterItsCrash() throws SQLException {
        String before = writeARow();

        BACKING.primary().server().kill();
        restart(BACKING.primary().server());
        String after = writeARow();

        assertThat(has(BACKING.primary(), before)).isTrue();
        assertThat(arrivesAtTheReplica(after)).isTrue();
    }

    @Test
    void theReplicaStaysReadOnlyThroughARestart() {
        BACKING.replica().server().stop();
        restart(BACKING.replica().server());

        assertThatThrownBy(() ->
                        execute(BACKING.replica(), "INSERT INTO %s VALUES ('no')".formatted(TABLE)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("read-only");
    }

    @Test
    void aPausedRedisDoesNotAnswerUntilItIsResumed() {
        BackingServer redis = BACKING.redis();

        redis.pause();
        assertThat(Redis.answers(redis.port())).isFalse();

        redis.resume();
        assertThat(Redis.answers(redis.port())).isTrue();
    }

    @Test
    void kafkaKeepsItsEventsThroughACrash() {
        KafkaProbe probe = new KafkaProbe(BACKING);
        UUID key = UUID.randomUUID();
        String topic = "topic-" + key;
        probe.send(topic, UUID.randomUUID(), "kept.v1", key, "kept");

        BACKING.kafka().kill();
        restart(BACKING.kafka());

        assertThat(probe.await(topic, "kept.v1", key).value()).isEqualTo("kept");
    }

    private static void restart(BackingServer server) {
        server.start();
        server.awaitReady(LIMIT);
    }

    private static String writeARow() throws SQLException {
        String text = UUID.randomUUID().toString();
        execute(BACKING.primary(), "INSERT INTO %s VALUES ('%s')".formatted(TABLE, text));
        return text;
    }

    private static boolean arrivesAtTheReplica(String text) {
        return Await.until(LIMIT, () -> has(BACKING.replica(), text));
    }

    private static boolean has(Database database, String text) {
        String query = "SELECT 1 FROM %s WHERE text = '%s'".formatted(TABLE, text);
        try (Connection connection = database.connect(account(Role.READ), "users");
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            return rows.next();
        } catch (SQLException _) {
            return false;
        }
    }

    private static void execute(Database database, String statement) throws SQLException {
        try (Connection connection = database.connect(account(Role.OWNER), "users");
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static Account account(Role role) {
        return Schema.USERS.account(role, BACKING.secrets());
    }
}
