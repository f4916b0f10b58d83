package com.rechain.dao.perf.bench;

import com.rechain.dao.perf.bench.result.MarkdownPage;
import com.rechain.dao.perf.bench.result.Table;
import com.rechain.dao.perf.bench.row.ConnectionsRow;
import com.rechain.dao.perf.bench.row.DbConnectionsRow;
import com.rechain.dao.perf.bench.row.HealthRow;
import com.rechain.dao.perf.bench.row.HitRateRow;
import com.rechain.dao.perf.bench.row.ListRow;
import com.rechain.dao.perf.bench.row.LoginRow;
import com.rechain.dao.perf.bench.row.MemoryRow;
import com.rechain.dao.perf.bench.row.MicrocacheRow;
import com.rechain.dao.perf.bench.row.MixedRow;
import com.rechain.dao.perf.bench.row.ProxyRow;
import com.rechain.dao.perf.bench.row.RefreshRow;
import com.rechain.dao.perf.bench.row.ShardsRow;
import com.rechain.dao.perf.bench.row.StartupRow;
import com.rechain.dao.perf.bench.row.TallyReadRow;
import com.rechain.dao.perf.bench.row.TallyRow;
import com.rechain.dao.perf.bench.row.VotesRow;
import com.rechain.dao.perf.bench.trial.Row;
import com.rechain.dao.perf.bench.trial.RowDeclaration;
import com.rechain.dao.perf.bench.trial.Target;
import com.rechain.dao.perf.cli.UsageException;
import java.util.List;
import java.util.stream.Collectors;

/** All rows there are, in the order in which they are measured. */
final class Rows {
    private static final List<Row> ALL =
            List.of(
                    new HealthRow(),
                    new LoginRow(),
                    new RefreshRow(),
                    new ListRow(),
                    new MicrocacheRow(),
                    new VotesRow(),
                    new ShardsRow(),
                    new TallyReadRow(),
                    new HitRateRow(),
                    new ProxyRow(),
                    new MixedRow(),
                    new MemoryRow(),
                    new DbConnectionsRow(),
                    new ConnectionsRow(),
                    new StartupRow(),
                    new TallyRow());

    private Rows() {}

    static List<Row> all() {
        return ALL;
    }

    /**
     * The rows of these names; all when there are none.
     *
     * @throws UsageException when one is unknown
     */
    static List<Row> named(List<String> names) {
        return names.isEmpty() ? ALL : names.stream().map(Rows::named).toList();
    }

    /** The rows with their goals. */
    static Table table() {
        Table table = new Table("row", "figure", "goal", "next to");
        for (Row row : ALL) {
            RowDeclaration declared = row.declaration();
            for (Target target : declared.targets()) {
                String goal = MarkdownPage.goal(target.goal(), target.ratioGoal(), target.unit());
                String peer = target.ratioGoal() == null ? "-" : declared.peer();
                table.row(declared.name(), target.name(), goal, peer);
            }
        }
        return table;
    }

    private static Row named(String name) {
        return ALL.stream()
                .filter(row -> row.declaration().name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new UsageException(
                                "There is no row '%s'; there are: %s.".formatted(name, names())));
    }

    private static String names() {
        return ALL.stream().map(row -> row.declaration().name()).collect(Collectors.joining(", "));
    }
}
