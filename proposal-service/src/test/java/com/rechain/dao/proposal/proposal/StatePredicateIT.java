package com.rechain.dao.proposal.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Java and SQL must agree on every kind of row, at every boundary and a microsecond on each side of
 * it.
 */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class StatePredicateIT {
    private static final Instant START = Instant.parse("2031-03-01T12:00:00.000007Z");
    private static final Instant END = Instant.parse("2031-03-08T12:00:00.999999Z");
    private static final Timelock LOCK =
            new Timelock(
                    END.plusSeconds(60),
                    END.plusSeconds(90),
                    Instant.parse("2031-03-08T12:05:00.000001Z"));
    private static final String INSERT =
            """
            INSERT INTO proposal (id, space_id, number, author_id, kind, status, outcome, title, body, voting_system,
              choices, labels, starts_at, ends_at, electorate_ready_at, challenge_ends_at, eta, expires_at, created_at,
              updated_at, listed_at, revision, version)
            VALUES (?, ?, ?, ?, 'STANDARD', ?, ?, 'A row of every kind', 'body', 'basic', '[]', '[]', ?, ?, ?, ?, ?, ?,
              '2031-01-01', '2031-01-01', '2031-01-01', 1, 0)\
            """;

    @Inject AgroalDataSource primary;

    @Test
    void javaAndSqlAgreeAtEveryBoundary() throws SQLException {
        UUID space = Ids.next();
        try (Connection connection = primary.getConnection()) {
            Map<UUID, Timeline> rows = rows(connection, space);

            for (Instant now : boundaries(rows)) {
                for (ProposalState state : ProposalState.values()) {
                    List<UUID> expected =
                            rows.entrySet().stream()
                                    .filter(row -> ProposalState.at(row.getValue(), now) == state)
                                    .map(Map.Entry::getKey)
                                    .toList();
                    assertThat(select(connection, space, StatePredicate.of(state, now)))
                            .as("%s at %s", state, now)
                            .containsExactlyInAnyOrderElementsOf(expected);
                }
            }
        }
    }

    /** Each list reads only its index until it knows the ids of the page, whatever the state. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ix_proposal_listed_at",
                "ix_proposal_ends_at",
                "ix_proposal_space_id_listed_at",
                "ix_proposal_space_id_ends_at",
                "ix_proposal_author_id_listed_at"
            })
    void theIndexesOfTheListsCoverEveryState(String index) throws SQLException {
        try (Connection connection = primary.getConnection()) {
            for (ProposalState state : ProposalState.values()) {
                StatePredicate predicate = StatePredicate.of(state, START);
                String sql =
                        "EXPLAIN FORMAT=TRADITIONAL SELECT p.id FROM proposal p FORCE INDEX ("
                                + index
                                + ") WHERE p.space_id = ? AND p.author_id = ? AND p.status <> 'DRAFT' AND "
                                + predicate.sql();
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    bind(statement, Ids.next(), predicate);
                    try (ResultSet row = statement.executeQuery()) {
                        assertThat(row.next()).isTrue();
                        assertThat(row.getString("Extra"))
                                .as("%s by %s", state, index)
                                .satisfiesAnyOf(
                                        extra -> assertThat(extra).contains("Using index"),
                                        // No row can be both a draft and none.
                                        extra -> assertThat(extra).contains("mpossible"),
                                        extra -> assertThat(extra).contains("no matching row"));
                    }
                }
            }
        }
    }

    private static void bind(PreparedStatement statement, UUID id, StatePredicate predicate)
            throws SQLException {
        statement.setBytes(1, Ids.toBytes(id));
        statement.setBytes(2, Ids.toBytes(id));
        int index = 3;
        for (Object parameter : predicate.parameters()) {
            statement.setObject(
                    index++, parameter instanceof Instant instant ? time(instant) : parameter);
        }
    }

    private static TreeSet<Instant> boundaries(Map<UUID, Timeline> rows) {
        TreeSet<Instant> instants = new TreeSet<>();
        for (Timeline row : rows.values()) {
            for (Instant boundary :
                    Arrays.asList(
                            row.startsAt(),
                            row.endsAt(),
                            row.electorateReadyAt(),
                            LOCK.challengeEndsAt(),
                            LOCK.eta(),
                            LOCK.expiresAt())) {
                if (boundary != null) {
                    instants.add(boundary.minus(1, ChronoUnit.MICROS));
                    instants.add(boundary);
                    instants.add(boundary.plus(1, ChronoUnit.MICROS));
                }
            }
        }
        return instants;
    }

    /**
     * Each status with each outcome it can have, for electorates ready before, at and after the
     * start and the end.
     */
    private static Map<UUID, Timeline> rows(Connection connection, UUID space) throws SQLException {
        Map<UUID, Timeline> rows = new LinkedHashMap<>();
        List<Instant> ready =
                Arrays.asList(
                        null,
                        START.minusSeconds(5),
                        START,
                        START.plusSeconds(5),
                        END,
                        END.plusSeconds(5));
        for (Instant readyAt : ready) {
            for (ProposalStatus status : ProposalStatus.values()) {
                for (ProposalOutcome outcome : outcomes(status)) {
                    Instant startsAt = status == ProposalStatus.DRAFT ? null : START;
                    Timeline row =
                            new Timeline(
                                    status,
                                    outcome,
                                    startsAt,
                                    END,
                                    readyAt,
                                    isLocked(status) ? LOCK : null);
                    rows.put(insert(connection, space, rows.size() + 1, row), row);
                }
            }
        }
        return rows;
    }

    private static List<ProposalOutcome> outcomes(ProposalStatus status) {
        return switch (status) {
            case DRAFT, SIGNING, CANCELED -> Arrays.asList((ProposalOutcome) null);
            case PUBLISHED -> Arrays.asList(null, ProposalOutcome.HELD);
            case CONCLUDED ->
                    Arrays.stream(ProposalOutcome.values())
                            .filter(ProposalOutcome::isFinal)
                            .toList();
            case TIMELOCKED, FALTERED, EXECUTED, VETOED -> List.of(ProposalOutcome.SUCCEEDED);
        };
    }

    private static boolean isLocked(ProposalStatus status) {
        return switch (status) {
            case DRAFT, SIGNING, PUBLISHED, CANCELED, CONCLUDED -> false;
            case TIMELOCKED, FALTERED, EXECUTED, VETOED -> true;
        };
    }

    private static UUID insert(Connection connection, UUID space, long number, Timeline row)
            throws SQLException {
        UUID id = Ids.next();
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setBytes(1, Ids.toBytes(id));
            statement.setBytes(2, Ids.toBytes(space));
            statement.setLong(3, number);
            statement.setBytes(4, Ids.toBytes(space));
            statement.setString(5, row.status().name());
            statement.setString(6, row.outcome() == null ? null : row.outcome().name());
            statement.setObject(7, time(row.startsAt()));
            statement.setObject(8, time(row.endsAt()));
            statement.setObject(9, time(row.electorateReadyAt()));
            Timelock lock = row.timelock();
            statement.setObject(10, lock == null ? null : time(lock.challengeEndsAt()));
            statement.setObject(11, lock == null ? null : time(lock.eta()));
            statement.setObject(12, lock == null ? null : time(lock.expiresAt()));
            statement.executeUpdate();
        }
        return id;
    }

    private static List<UUID> select(Connection connection, UUID space, StatePredicate predicate)
            throws SQLException {
        String sql = "SELECT p.id FROM proposal p WHERE p.space_id = ? AND " + predicate.sql();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, Ids.toBytes(space));
            int index = 2;
            for (Object parameter : predicate.parameters()) {
                statement.setObject(
                        index++, parameter instanceof Instant instant ? time(instant) : parameter);
            }
            List<UUID> ids = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(Ids.fromBytes(row.getBytes(1)));
                }
            }
            return ids;
        }
    }

    private static LocalDateTime time(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
