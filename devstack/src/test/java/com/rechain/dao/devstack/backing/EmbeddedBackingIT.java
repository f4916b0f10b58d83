package com.rechain.dao.devstack.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.devstack.process.Await;
import com.rechain.dao.devstack.process.Progress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@DisabledIfSystemProperty(
        named = "dao.backing",
        matches = "containers",
        disabledReason = "is about the other home")
class EmbeddedBackingIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir private static Path state;

    private static EmbeddedBacking backing;

    @BeforeAll
    static void start() {
        backing =
                new EmbeddedBacking(
                        state, BackingPorts.free(), new Binaries(Path.of("target/bin")));
        backing.start(Progress.SILENT);
        run(owner(), "CREATE TABLE note (text VARCHAR(50) PRIMARY KEY)");
    }

    @AfterAll
    static void stop() {
        backing.close();
    }

    @Test
    void aRowWrittenToThePrimaryArrivesAtTheReplica() {
        String text = writeARow();

        assertThat(arrivesAtTheReplica(text)).isTrue();
    }

    @Test
    void theReplicaGoesOnByItselfAfterACrash() {
        BackingServer replica = backing.replica().server();

        replica.kill();
        String text = writeARow();
        replica.start();
        replica.awaitReady(LIMIT);

        assertThat(arrivesAtTheReplica(text)).isTrue();
    }

    @Test
    void thePrimaryKeepsEveryCommitThroughACrashAndTheReplicaFindsItAgain() {
        BackingServer primary = backing.primary().server();
        String before = writeARow();

        primary.kill();
        primary.start();
        primary.awaitReady(LIMIT);
        String after = writeARow();

        assertThat(has(backing.primary(), before)).isTrue();
        assertThat(arrivesAtTheReplica(before)).isTrue();
        assertThat(arrivesAtTheReplica(after)).isTrue();
    }

    @Test
    void aPausedServerDoesNotAnswerUntilItIsResumed() {
        BackingServer redis = backing.redis();

        redis.pause();
        assertThat(Redis.answers(redis.port())).isFalse();

        redis.resume();
        assertThat(Await.until(LIMIT, () -> Redis.answers(redis.port()))).isTrue();
    }

    @Test
    void theReplicaRefusesToBeWrittenTo() {
        assertThatThrownBy(
                        () -> execute(backing.replica(), owner(), "INSERT INTO note VALUES ('no')"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("read-only");
    }

    @Test
    void anAccountReachesItsOwnSchemaOnly() {
        Account voting = Schema.VOTING.account(Schema.Role.APP, backing.secrets());

        assertThat(backing.primary().accepts(voting, "voting")).isTrue();
        assertThat(backing.primary().accepts(voting, "users")).isFalse();
    }

    @Test
    void anAccountWithoutItsPasswordIsRefused() {
        assertThat(backing.primary().accepts(new Account("root", ""), "")).isFalse();
    }

    @Test
    void theTransactionsOfServicesReadWhatIsCommitted() throws SQLException {
        try (Connection connection = backing.primary().connect(owner(), "users")) {
            assertThat(connection.getTransactionIsolation())
                    .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    @Test
    void kafkaKeepsAMessageThroughACrash() throws Exception {
        String topic = "topic-" + UUID.randomUUID();
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(client(), new StringSerializer(), new StringSerializer())) {
            assertThat(producer.partitionsFor(topic)).hasSize(6);
            producer.send(new ProducerRecord<>(topic, "key", "hello")).get();
        }

        BackingServer kafka = backing.kafka();
        kafka.kill();
        kafka.start();
        kafka.awaitReady(LIMIT);

        assertThat(firstMessageOf(topic)).isEqualTo("hello");
    }

    @Test
    void allOfItStopsAndStartsAgainWithItsData() {
        String text = writeARow();

        backing.close();
        assertThat(backing.primary().server().alive()).isFalse();
        backing.start(Progress.SILENT);

        assertThat(has(backing.primary(), text)).isTrue();
        assertThat(arrivesAtTheReplica(text)).isTrue();
    }

    private static String firstMessageOf(String topic) {
        Properties settings = client();
        settings.setProperty("group.id", "probe-" + topic);
        settings.setProperty("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            long end = System.nanoTime() + LIMIT.toNanos();
            while (System.nanoTime() < end) {
                for (ConsumerRecord<String, String> message :
                        consumer.poll(Duration.ofMillis(200))) {
                    return message.value();
                }
            }
            return "nothing came";
        }
    }

    private static Properties client() {
        Properties settings = new Properties();
        settings.setProperty("bootstrap.servers", backing.kafka().address());
        return settings;
    }

    private static String writeARow() {
        String text = UUID.randomUUID().toString();
        run(owner(), "INSERT INTO note VALUES ('%s')".formatted(text));
        return text;
    }

    private static boolean arrivesAtTheReplica(String text) {
        return Await.until(LIMIT, () -> has(backing.replica(), text));
    }

    private static boolean has(Database database, String text) {
        Account reader = Schema.USERS.account(Schema.Role.READ, backing.secrets());
        try (Connection connection = database.connect(reader, "users");
                Statement sql = connection.createStatement();
                ResultSet rows =
                        sql.executeQuery("SELECT 1 FROM note WHERE text = '%s'".formatted(text))) {
            return rows.next();
        } catch (SQLException _) {
            return false;
        }
    }

    private static Account owner() {
        return Schema.USERS.account(Schema.Role.OWNER, backing.secrets());
    }

    private static void run(Account account, String statement) {
        try {
            execute(backing.primary(), account, statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void execute(Database database, Account account, String statement)
            throws SQLException {
        try (Connection connection = database.connect(account, "users");
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
