package com.rechain.dao.platform.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.retention.OldRows;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests with an {@code Idempotency-Key} safe to repeat (R4): the first answer is stored in
 * the transaction of the change it reports and given again, byte for byte, to every repetition
 * within 24 hours. Only success is stored, so a refused request may be corrected and sent again
 * under the same key.
 */
@ApplicationScoped
public class IdempotencyKeys {
    public static final String REPLAYED_HEADER = "Idempotency-Replayed";

    private static final int CLAIM_ATTEMPTS = 5;
    private static final Duration KEPT = Duration.ofHours(24);

    private final AgroalDataSource primary;
    private final OldRows oldRows;
    private final ObjectMapper json;
    private final Clock clock;

    IdempotencyKeys(AgroalDataSource primary, OldRows oldRows, ObjectMapper json, Clock clock) {
        this.primary = primary;
        this.oldRows = oldRows;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Answers {@code request} by {@code action}, or as it was answered before. The action runs in
     * the same transaction as the key; one that answers with anything but a success leaves nothing
     * behind.
     */
    public Response once(IdempotentRequest request, Supplier<Response> action) {
        if (request.key() == null) {
            return action.get();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew()
                        .call(() -> claimed(request) ? first(request, action) : again(request));
            } catch (NoSuccess e) {
                return e.response;
            } catch (ClaimLost e) {
                if (attempt == CLAIM_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Response first(IdempotentRequest request, Supplier<Response> action) {
        Response response = action.get();
        if (response.getStatus() / 100 != 2) {
            throw new NoSuccess(response);
        }
        StoredAnswer answer =
                new StoredAnswer(
                        request.hash(),
                        response.getStatus(),
                        response.getHeaderString("Location"),
                        body(response));
        try (Connection connection = primary.getConnection()) {
            IdempotencyRows.complete(connection, request, answer);
        } catch (SQLException e) {
            throw new IllegalStateException("idempotency key not stored", e);
        }
        Response.ResponseBuilder same = Response.fromResponse(response);
        return answer.body() == null
                ? same.build()
                : same.entity(answer.body()).type(MediaType.APPLICATION_JSON).build();
    }

    private Response again(IdempotentRequest request) {
        StoredAnswer answer = stored(request);
        if (!MessageDigest.isEqual(answer.requestHash(), request.hash())) {
            return ProblemResponses.of(
                    PlatformProblem.IDEMPOTENCY_KEY_REUSED.with(
                            "The key was sent before with another request; use a new key for a new request."));
        }
        return replay(answer);
    }

    /** The stored answer once more, marked as such. */
    public static Response replay(StoredAnswer answer) {
        Response.ResponseBuilder response =
                Response.status(answer.status()).header(REPLAYED_HEADER, "true");
        if (answer.location() != null) {
            response.header("Location", answer.location());
        }
        return answer.body() == null
                ? response.build()
                : response.entity(answer.body()).type(MediaType.APPLICATION_JSON).build();
    }

    private boolean claimed(IdempotentRequest request) {
        try (Connection connection = primary.getConnection()) {
            return IdempotencyRows.claim(connection, request, clock.instant());
        } catch (SQLTransactionRollbackException e) {
            throw new ClaimLost(e);
        } catch (SQLException e) {
            throw new IllegalStateException("idempotency key not claimed", e);
        }
    }

    /** Takes an answer out of a transaction that must not commit. */
    private static final class NoSuccess extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Response response;

        NoSuccess(Response response) {
            super("not a success", null, false, false);
            this.response = response;
        }
    }

    /**
     * Several waited for one request under the same key; it failed, and all of them reached for the
     * key at once: the database lets one have it and ends the others as deadlocked. Nothing has
     * been done yet, so they may try again.
     */
    private static final class ClaimLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ClaimLost(SQLTransactionRollbackException cause) {
            super("idempotency key not claimed", cause);
        }
    }

    private StoredAnswer stored(IdempotentRequest request) {
        try (Connection connection = primary.getConnection()) {
            return IdempotencyRows.find(connection, request)
                    .orElseThrow(() -> new IllegalStateException("a claimed key has a row"));
        } catch (SQLException e) {
            throw new IllegalStateException("idempotency key not read", e);
        }
    }

    private @Nullable String body(Response response) {
        try {
            return switch (response.getEntity()) {
                case null -> null;
                // JSON already, as a resource that answers with a text or bytes means it.
                case String text -> text;
                case byte[] bytes -> new String(bytes, UTF_8);
                case Object entity -> json.writeValueAsString(entity);
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is always writable", e);
        }
    }

    @Scheduled(every = "10m", delayed = "5m")
    void purge() throws SQLException {
        oldRows.delete("idempotency_key", "created_at", KEPT);
    }
}
