package com.rechain.dao.voting.shard;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.platform.lane.Lane;
import com.rechain.dao.platform.retention.OldRows;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.voting.sql.Columns;
import com.rechain.dao.voting.sql.Primary;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is past its time goes from every shard, in steps that none of them shares a commit with. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
class PurgeIT {
    private static final int MORE_THAN_A_STEP = 2_100;
    private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");
    private static final String INSERT =
            "INSERT INTO inbox (aggregate_id, consumer, event_id, seen_at) VALUES (?, 'purge', ?, ?)";

    @Inject Primary primary;
    @Inject OldRows oldRows;

    @Test
    void whatIsOldGoesAndWhatIsNotStays() throws SQLException {
        UUID even = inLane(0);
        UUID odd = inLane(1);
        see(even, MORE_THAN_A_STEP, LONG_AGO);
        see(odd, MORE_THAN_A_STEP, LONG_AGO.plusSeconds(1));
        see(odd, 3, Instant.now());

        long deleted = oldRows.delete("inbox", "seen_at", Duration.ofDays(1_000));

        assertThat(deleted).isGreaterThanOrEqualTo(2 * MORE_THAN_A_STEP);
        assertThat(seen(even)).isZero();
        assertThat(seen(odd)).isEqualTo(3);
    }

    private static UUID inLane(int lane) {
        return Stream.generate(Ids::next)
                .filter(id -> Lane.of(id) % 2 == lane)
                .findFirst()
                .orElseThrow();
    }

    private void see(UUID aggregate, int events, Instant at) {
        primary.transact(connection -> see(connection, aggregate, events, at));
    }

    private static int see(Connection connection, UUID aggregate, int events, Instant at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < events; i++) {
                Columns.set(insert, 1, aggregate);
                Columns.set(insert, 2, Ids.next());
                Columns.set(insert, 3, at.plusNanos(i * 1_000L));
                insert.addBatch();
            }
            return insert.executeBatch().length;
        }
    }

    private long seen(UUID aggregate) {
        return primary.call(connection -> {
            try (PreparedStatement count =
                    connection.prepareStatement(
                            "SELECT COUNT(*) FROM inbox WHERE aggregate_id = ?")) {
                Columns.set(count, 1, aggregate);
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }
}
