package com.rechain.dao.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.platform.http.CurrentTrace;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.platform.request.TraceContext;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Announces facts: an event appended here goes out exactly when the transaction at hand commits
 * (R5).
 */
@ApplicationScoped
public class Outbox {
    private final AgroalDataSource primary;
    private final OutboxRelay relay;
    private final TransactionSynchronizationRegistry transaction;
    private final ObjectMapper json;
    private final Clock clock;

    Outbox(
            AgroalDataSource primary,
            OutboxRelay relay,
            TransactionSynchronizationRegistry transaction,
            ObjectMapper json,
            Clock clock) {
        this.primary = primary;
        this.relay = relay;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Adds the event {@code type} about {@code aggregateId} to the current transaction. Events of
     * one aggregate keep the order in which their transactions locked it.
     *
     * @param payload written as JSON
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(String type, UUID aggregateId, Object payload) {
        try (Connection connection = primary.getConnection()) {
            OutboxRows.insert(connection, List.of(message(type, aggregateId, payload)));
        } catch (SQLException e) {
            throw new IllegalStateException("event " + type + " not appended", e);
        }
        transaction.registerInterposedSynchronization(new WakeRelayAfterCommit());
    }

    /** The event as a message of its own, for writers that batch over plain JDBC. */
    public OutboxMessage message(String type, UUID aggregateId, Object payload) {
        String traceparent = CurrentTrace.find().map(TraceContext::traceparent).orElse(null);
        return new OutboxMessage(
                Ids.next(), type, aggregateId, clock.instant(), traceparent, write(payload));
    }

    private String write(Object payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + payload.getClass(), e);
        }
    }

    private final class WakeRelayAfterCommit implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
