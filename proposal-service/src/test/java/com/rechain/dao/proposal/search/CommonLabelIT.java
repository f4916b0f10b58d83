package com.rechain.dao.proposal.search;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.PROPOSALS;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.created;
import static com.rechain.dao.proposal.Fixture.draft;
import static com.rechain.dao.proposal.Fixture.now;
import static com.rechain.dao.proposal.Fixture.publish;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.devstack.backing.Schema;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A label that more proposals have than are sorted is read in the order of the list. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class CommonLabelIT {
    private static final int COPIES = 1_100;
    private static final String COLUMNS =
            """
            SELECT GROUP_CONCAT(column_name ORDER BY ordinal_position) FROM information_schema.columns
            WHERE table_schema = DATABASE() AND table_name = 'proposal' AND column_name NOT IN ('id', 'number', 'listed_at')\
            """;
    private static final String DIGITS =
            "(SELECT 0 AS n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6"
                    + " UNION SELECT 7 UNION SELECT 8 UNION SELECT 9 UNION SELECT 10)";

    BackingServices backing;
    FakeUserService users;

    @Test
    void aLabelThatAThousandHaveListsTheNewestFirst() throws SQLException {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        String label = "l" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        Map<String, Object> labelled = draft(space.id());
        labelled.put("labels", List.of(label));
        UUID first = created(author, labelled);
        publish(author, first);
        // It has come to its end, so nobody has anything to do with the copies.
        as(author)
                .body(Map.of("reason", "It is only to be counted."))
                .post(PROPOSAL + "/cancel", first)
                .then()
                .statusCode(200);
        copy(first, label);

        List<String> page = ids("?spaceId=" + space.id() + "&label=" + label + "&limit=3");

        assertThat(page)
                .containsExactly(
                        first.toString(), copyOf(first, 0).toString(), copyOf(first, 1).toString());
        assertThat(ids("?label=" + label + "&limit=100")).hasSize(100);
    }

    /** Proposals that were listed a second before each other. */
    private void copy(UUID proposal, String label) throws SQLException {
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            sql.execute("SET SESSION group_concat_max_len = 10000");
            String columns;
            try (ResultSet row = sql.executeQuery(COLUMNS)) {
                row.next();
                columns = row.getString(1);
            }
            String numbers =
                    "(SELECT a.n * 100 + b.n * 10 + c.n AS n FROM %1$s a, %1$s b, %1$s c WHERE b.n < 10 AND c.n < 10)"
                            .formatted(DIGITS);
            String copies =
                    """
                    INSERT INTO proposal (id, number, listed_at, %1$s)
                    SELECT UNHEX(CONCAT('F', LPAD(HEX(copy.n), 3, '0'), SUBSTRING(HEX(p.id), 5))), p.number + 1 + copy.n,
                        p.listed_at - INTERVAL (1 + copy.n) SECOND, p.%2$s
                    FROM proposal p, %3$s copy WHERE p.id = ? AND copy.n < %4$d\
                    """
                            .formatted(columns, columns.replace(",", ", p."), numbers, COPIES);
            insert(connection, copies, proposal);
            insert(
                    connection,
                    """
                    INSERT INTO proposal_label (proposal_id, label)
                    SELECT UNHEX(CONCAT('F', LPAD(HEX(copy.n), 3, '0'), SUBSTRING(HEX(p.id), 5))), '%s'
                    FROM proposal p, %s copy WHERE p.id = ? AND copy.n < %d\
                    """
                            .formatted(label, numbers, COPIES),
                    proposal);
        }
    }

    private static void insert(Connection connection, String text, UUID proposal)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            statement.setBytes(1, Ids.toBytes(proposal));
            assertThat(statement.executeUpdate()).isEqualTo(COPIES);
        }
    }

    private static UUID copyOf(UUID proposal, int number) {
        return UUID.fromString("f%03x%s".formatted(number, proposal.toString().substring(4)));
    }

    private Connection connect() throws SQLException {
        return backing.primary().connect(backing.primary().admin(), Schema.PROPOSALS.schemaName());
    }

    private static List<String> ids(String query) {
        return given().header("Freshness-Token", now())
                .get(PROPOSALS + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
