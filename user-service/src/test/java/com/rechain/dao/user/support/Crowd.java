package com.rechain.dao.user.support;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.user.database.Primary;
import com.rechain.dao.user.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** Many members at once, past the API: nobody of them signs in. */
@Singleton
public class Crowd {
    private static final String ACCOUNT =
            """
            INSERT INTO account (id, handle, display_name, email, email_key, status, created_at, updated_at, version)
            VALUES (?, ?, 'M', ?, ?, 'ACTIVE', ?, ?, 0)\
            """;
    private static final String MEMBER =
            """
            INSERT INTO membership (space_id, account_id, role, state, joined_at, updated_at)
            VALUES (?, ?, 'MEMBER', 'ACTIVE', ?, ?)\
            """;
    private static final int LONGEST_SECONDS = 120;

    // So few that a slow disk writes them before the driver gives up on the statement.
    private static final int BATCH = 1_000;

    private final Primary primary;

    Crowd(Primary primary) {
        this.primary = primary;
    }

    /** Adds {@code count} members without a weight, named as {@link #handle} says. */
    public void joins(UUID space, String prefix, int count) {
        QuarkusTransaction.requiringNew()
                .timeout(LONGEST_SECONDS)
                .run(() -> primary.run(connection -> join(connection, space, prefix, count)));
    }

    public static String handle(String prefix, int number) {
        return prefix + "-" + number;
    }

    private static int join(Connection connection, UUID space, String prefix, int count)
            throws SQLException {
        Object now = Sql.value(Instant.now());
        try (PreparedStatement account = connection.prepareStatement(ACCOUNT);
                PreparedStatement member = connection.prepareStatement(MEMBER)) {
            for (int i = 0; i < count; i++) {
                UUID id = Ids.next();
                String email = handle(prefix, i) + "@example.org";
                add(account, Ids.toBytes(id), handle(prefix, i), email, email, now, now);
                add(member, Ids.toBytes(space), Ids.toBytes(id), now, now);
                if (i % BATCH == BATCH - 1) {
                    account.executeBatch();
                    member.executeBatch();
                }
            }
            account.executeBatch();
            member.executeBatch();
        }
        return count;
    }

    private static void add(PreparedStatement batch, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            batch.setObject(i + 1, values[i]);
        }
        batch.addBatch();
    }
}
