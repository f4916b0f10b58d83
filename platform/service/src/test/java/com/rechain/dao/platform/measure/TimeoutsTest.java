package com.rechain.dao.platform.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class TimeoutsTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Timeouts timeouts = new Timeouts(registry);

    @Test
    void whatDidNotComeInTimeIsToldApart() {
        timeouts.count(new IllegalStateException(new SQLException("Acquisition timeout")));
        timeouts.count(new SQLException("x", "08S01", new SocketTimeoutException()));
        timeouts.count(new ProcessingException(new TimeoutException()));
        timeouts.count(new ProcessingException(new TimeoutException()));

        assertThat(count("pool")).isEqualTo(1);
        assertThat(count("database")).isEqualTo(1);
        assertThat(count("remote")).isEqualTo(2);
    }

    @Test
    void otherFailuresAreNotCounted() {
        timeouts.count(new ProcessingException(new ConnectException()));
        timeouts.count(new SQLException("x", "08S01"));

        assertThat(count("pool") + count("database") + count("remote")).isZero();
    }

    private double count(String of) {
        return registry.get("dao.timeouts").tag("of", of).counter().count();
    }
}
