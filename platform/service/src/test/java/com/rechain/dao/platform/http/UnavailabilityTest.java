package com.rechain.dao.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.exceptions.CommunicationsException;
import com.mysql.cj.jdbc.exceptions.MySQLTimeoutException;
import com.mysql.cj.jdbc.exceptions.MySQLTransactionRollbackException;
import com.mysql.cj.jdbc.exceptions.SQLError;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnavailabilityTest {
    static Stream<Throwable> away() {
        return Stream.of(
                new CommunicationsException(
                        "Communications link failure",
                        new SocketTimeoutException("Read timed out")),
                new SQLNonTransientConnectionException(
                        "No operations allowed after connection closed.", "08003"),
                new MySQLTransactionRollbackException(
                        "Deadlock found when trying to get lock", "40001", 1213),
                new MySQLTimeoutException("Statement cancelled"),
                // As Agroal throws them: without state and code.
                new SQLException("Sorry, acquisition timeout!"),
                new SQLException("This connection is closed"),
                new SQLException("No operations allowed after statement closed.", "S1009"),
                new SQLException(
                        "target: voting.-40.primary: no healthy tablet available for 'keyspace:\"voting\"'",
                        "HY000",
                        1105),
                new ConnectException("Connection refused"),
                new SocketException("Connection reset"));
    }

    @ParameterizedTest
    @MethodSource
    void away(Throwable failure) {
        assertThat(Unavailability.isCauseOf(failure)).isTrue();
        assertThat(
                        Unavailability.isCauseOf(
                                new IllegalStateException(new RuntimeException(failure))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1040, 1053, 1203, 1205, 1213, 1290, 1792, 1927})
    void codesThatPassByThemselves(int code) {
        assertThat(Unavailability.isCauseOf(new SQLException("x", "HY000", code))).isTrue();
    }

    static Stream<Throwable> mistakes() {
        return Stream.of(
                new SQLIntegrityConstraintViolationException("Duplicate entry", "23000", 1062),
                new SQLSyntaxErrorException("You have an error", "42000", 1064),
                new SQLException("Unknown column", "42S22", 1054),
                SQLError.createSQLException("General error", "S1000", null),
                new IOException("disk full"),
                new IllegalStateException(),
                new NullPointerException());
    }

    @ParameterizedTest
    @MethodSource
    void mistakes(Throwable failure) {
        assertThat(Unavailability.isCauseOf(failure)).isFalse();
    }

    @Test
    void noFailureIsNoUnavailability() {
        assertThat(Unavailability.isCauseOf(null)).isFalse();
    }

    @Test
    void aCommitTellsOfItsReasonOnlyInPassing() {
        RollbackException failed =
                new RollbackException("ARJUNA016053: Could not commit transaction.");
        failed.addSuppressed(new CommunicationsException("Communications link failure", null));

        assertThat(Unavailability.isCauseOf(new RuntimeException(failed))).isTrue();
    }

    @Test
    void causesThatGoInACircleEnd() {
        RuntimeException first = new RuntimeException();
        RuntimeException second = new RuntimeException(first);
        first.initCause(second);

        assertThat(Unavailability.isCauseOf(first)).isFalse();
    }

    @Test
    void theDriverItselfFailsThatWayWhereNobodyListens() {
        String nobody = "jdbc:mysql://127.0.0.1:1/x?connectTimeout=500";

        try (Connection _ = DriverManager.getConnection(nobody, "u", "p")) {
            throw new AssertionError("somebody listens");
        } catch (SQLException e) {
            assertThat(Unavailability.isCauseOf(e)).isTrue();
        }
    }
}
