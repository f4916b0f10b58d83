package com.rechain.dao.voting;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import com.rechain.dao.voting.sql.Primary;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The large tables are split by proposal, and whoever names the proposal meets one part of them.
 */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
@WithTestResource(FakeUserServiceResource.class)
class PartitionsIT {
    private static final int PARTS = 16;

    @Inject Primary primary;

    @Test
    void everyTableOfBallotsAndVotersIsSplit() {
        assertThat(primary.call(PartitionsIT::split))
                .containsExactly(
                        "ballot",
                        "ballot_revision",
                        "ballot_reweighting",
                        "electorate_entry",
                        "electorate_flow",
                        "electorate_flow_via");
    }

    @Test
    void whoNamesTheProposalMeetsOnePart() {
        for (String table : primary.call(PartitionsIT::split)) {
            assertThat(parts("SELECT * FROM " + table + " WHERE proposal_id = ?"))
                    .as(table)
                    .hasSize(1);
        }
    }

    @Test
    void theStatementsOfAVoteMeetOnePart() {
        // A row by its key is looked for before anything is explained, and is not there.
        assertThat(
                        parts(
                                "SELECT own_weight FROM electorate_entry FORCE INDEX (PRIMARY) WHERE proposal_id = ? AND voter_id = ? FOR UPDATE"))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(
                        parts(
                                "SELECT choice, SUM(weight), COUNT(*) FROM ballot WHERE proposal_id = ? AND weight > 0 GROUP BY choice"))
                .hasSize(1);
        assertThat(
                        parts(
                                "UPDATE ballot SET revision = 2 WHERE proposal_id = ? AND voter_id = ? AND revision = 1"))
                .hasSize(1);
    }

    @Test
    void onlyAVotersOwnBallotsAreLookedForInAllParts() {
        assertThat(parts("SELECT * FROM ballot WHERE voter_id = ?")).hasSize(PARTS);
    }

    private static Set<String> split(Connection connection) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT table_name FROM information_schema.partitions WHERE table_schema = DATABASE() AND partition_name IS NOT NULL")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private List<String> parts(String sql) {
        return primary.call(connection -> {
            boolean mariaDb =
                    connection.getMetaData().getDatabaseProductVersion().contains("MariaDB");
            String explain = mariaDb ? "EXPLAIN PARTITIONS " : "EXPLAIN FORMAT=TRADITIONAL ";
            List<String> parts = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(explain + sql)) {
                for (int i = 1; i <= sql.chars().filter(c -> c == '?').count(); i++) {
                    select.setBytes(i, Ids.toBytes(Ids.next()));
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        String named = row.getString("partitions");
                        parts.addAll(named == null ? List.of() : List.of(named.split(",", -1)));
                    }
                }
            }
            return parts;
        });
    }
}
