package com.rechain.dao.voting.sql;

import com.rechain.dao.platform.http.Unavailability;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.platform.replica.SqlFunction;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Plain JDBC on the primary database. */
@ApplicationScoped
public class Primary {
    private final AgroalDataSource primary;
    private final ReplicaReads replica;

    Primary(AgroalDataSource primary, ReplicaReads replica) {
        this.primary = primary;
        this.replica = replica;
    }

    /**
     * Runs {@code work} in the transaction at hand, or as single statements where there is none.
     */
    public <T> T call(SqlFunction<Connection, T> work) {
        try (Connection connection = primary.getConnection()) {
            return work.apply(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the primary refused a statement", e);
        }
    }

    /** Runs {@code work} in a transaction of its own. */
    public <T> T transact(SqlFunction<Connection, T> work) {
        return QuarkusTransaction.requiringNew().call(() -> call(work));
    }

    /**
     * Reads from the primary; while that is away, from the replica as far as the request's
     * freshness allows.
     */
    public <T> T readElseReplica(SqlFunction<Connection, T> query) {
        try {
            return call(query);
        } catch (IllegalStateException e) {
            if (!Unavailability.isCauseOf(e)) {
                throw e;
            }
            return replica.read(query);
        }
    }
}
