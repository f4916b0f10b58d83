package com.rechain.dao.perf.queries;

import com.rechain.dao.perf.queries.Placeholders.Compared;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives a statement parameters that find something: where one is compared with an id or anything
 * else that an index looks up, the value is one that is there. All columns of one name get one
 * value, from the largest table that has it. Other parameters stay what the test had.
 */
final class Binder {
    private static final String SEARCHED = "+treasury*";

    private final Samples samples;

    Binder(Samples samples) {
        this.samples = samples;
    }

    List<@Nullable Object> values(Recorded statement) {
        Map<String, String> tables = Placeholders.tables(statement.sql());
        List<Compared> compared = Placeholders.of(statement.sql());
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            String recorded =
                    i < statement.parameters().size() ? statement.parameters().get(i) : "null";
            values.add(value(compared.get(i), recorded, tables));
        }
        return values;
    }

    private @Nullable Object value(Compared with, String recorded, Map<String, String> tables) {
        if (with.operator().equals("AGAINST")) {
            return SEARCHED;
        }
        Optional<String> table = table(with, tables);
        boolean looksUp =
                recorded.startsWith("bytes:")
                        || (recorded.startsWith("text:")
                                && table.filter(name -> samples.isSelective(name, with.name()))
                                        .isPresent());
        if (looksUp && table.isPresent()) {
            Object there = samples.value(table.get(), with.name());
            if (there != null) {
                return there;
            }
        }
        return asRecorded(recorded);
    }

    /** The largest of the statement's tables that the column may be of. */
    private Optional<String> table(Compared with, Map<String, String> tables) {
        String named = tables.get(with.qualifier());
        boolean everywhere = with.name().endsWith("_id") || named == null;
        return tables.values().stream()
                .filter(name -> everywhere || name.equals(named))
                .filter(name -> samples.has(name, with.name()))
                .max(Comparator.comparing(name -> samples.sizes().getOrDefault(name, 0L)));
    }

    private static @Nullable Object asRecorded(String recorded) {
        String value = recorded.substring(recorded.indexOf(':') + 1);
        return switch (recorded.replaceFirst(":.*", "")) {
            case "bytes" -> new byte[Integer.parseInt(value)];
            case "number" -> new java.math.BigDecimal(value);
            case "text" -> value;
            case "time" -> LocalDateTime.now(ZoneOffset.UTC);
            default -> null;
        };
    }
}
