package com.rechain.dao.voting.shard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.voting.sql.Primary;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The vschema places every table that the migrations make, on whatever database they ran: a table
 * without a place cannot be made on shards.
 */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
class VSchemaIT {
    private static final Path VSCHEMA = Path.of("src", "main", "vitess", "voting", "vschema.json");
    private static final String PRIMARY_KEYS =
            """
            SELECT LOWER(TABLE_NAME), LOWER(COLUMN_NAME) FROM information_schema.STATISTICS
            WHERE TABLE_SCHEMA = DATABASE() AND INDEX_NAME = 'PRIMARY' AND SEQ_IN_INDEX = 1\
            """;
    // A column of the row, not of its key: the key's first column would not tell the shard.
    private static final Set<String> PLACED_BY_LANE = Set.of("outbox");
    private static final Set<String> ABOUT_A_PROPOSAL =
            Set.of("proposal_id", "scope_id", "aggregate_id", "space_id");

    @Inject Primary primary;

    @Test
    void everyTableHasAPlace() throws IOException {
        assertThat(vindexColumns().keySet()).isEqualTo(new TreeSet<>(keys().keySet()));
    }

    @Test
    void theKeyOfATableBeginsWithWhatPlacesIt() throws IOException {
        Map<String, String> keys = keys();
        Map<String, String> expected = new TreeMap<>(vindexColumns());
        keys.keySet().retainAll(expected.keySet());
        PLACED_BY_LANE.forEach(keys::remove);
        PLACED_BY_LANE.forEach(expected::remove);

        assertThat(keys).isEqualTo(expected);
    }

    @Test
    void whatBelongsToOneProposalIsHashedInOneWay() throws IOException {
        Set<String> vindexes = new HashSet<>();
        for (Map.Entry<String, JsonNode> table : tables().properties()) {
            JsonNode vindex = table.getValue().at("/column_vindexes/0");
            if (ABOUT_A_PROPOSAL.contains(vindex.path("column").textValue())) {
                vindexes.add(vindex.path("name").textValue());
            }
        }

        assertThat(vindexes).containsExactly("xxhash");
        assertThat(vschema().at("/vindexes/xxhash/type").textValue()).isEqualTo("xxhash");
        assertThat(vschema().at("/vindexes/lane/type").textValue()).isEqualTo("reverse_bits");
    }

    private static Map<String, String> vindexColumns() throws IOException {
        Map<String, String> columns = new TreeMap<>();
        tables().properties()
                .forEach(table ->
                        columns.put(
                                table.getKey(),
                                table.getValue().at("/column_vindexes/0/column").textValue()));
        return columns;
    }

    private static JsonNode tables() throws IOException {
        return vschema().path("tables");
    }

    private static JsonNode vschema() throws IOException {
        return new ObjectMapper().readTree(VSCHEMA.toFile());
    }

    /** The first column of each table's primary key. */
    private Map<String, String> keys() {
        return primary.call(connection -> {
            Map<String, String> keys = new TreeMap<>();
            try (PreparedStatement select = connection.prepareStatement(PRIMARY_KEYS);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.put(row.getString(1), row.getString(2));
                }
            }
            return keys;
        });
    }
}
