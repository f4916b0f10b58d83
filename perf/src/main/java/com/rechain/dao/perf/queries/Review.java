package com.rechain.dao.perf.queries;

import com.rechain.dao.devstack.backing.Schema;
import com.rechain.dao.perf.platform.Stores;
import com.rechain.dao.perf.queries.Attempt.Outcome;
import com.rechain.dao.perf.queries.Samples.Index;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Tries all statements of a catalogue and says what there is to say of them and of the indexes. */
public final class Review {
    private static final String LINE = "%-8s %9s %11s %9s %9s  %s%n";

    private final Catalogue catalogue;
    private final Allowed allowed;
    private final PrintStream out;
    private int wrong;

    Review(Catalogue catalogue, Allowed allowed, PrintStream out) {
        this.catalogue = catalogue;
        this.allowed = allowed;
        this.out = out;
    }

    /** A review by what is committed in the repository at {@code root}. */
    public static Review in(java.nio.file.Path root, PrintStream out) {
        return new Review(
                Catalogue.in(root), Allowed.read(root.resolve("perf/queries/allowed.yaml")), out);
    }

    /** Whether all plans are as they should be. */
    public boolean run(Stores target) throws SQLException {
        for (Schema schema : Schema.values()) {
            try (Connection connection = target.primary(schema)) {
                review(schema, connection);
            }
        }
        allowed.unused()
                .forEach(exception ->
                        out.printf(
                                "note: nothing needs the exception for \"%s\" in \"%s\"%n",
                                exception.finding(), exception.statement()));
        out.println(
                wrong == 0
                        ? "All plans are as they should be."
                        : "%d plans are NOT as they should be.".formatted(wrong));
        return wrong == 0;
    }

    private void review(Schema schema, Connection connection) throws SQLException {
        Samples samples = new Samples(connection);
        Binder binder = new Binder(samples);
        Attempt trial = new Attempt(connection);
        TreeSet<String> used = new TreeSet<>();
        out.printf("%n%s%n", Catalogue.service(schema));
        out.printf(LINE, "", "ms", "examined", "found", "per row", "statement");
        for (Recorded statement : catalogue.of(schema)) {
            if (statement.hasPlan()) {
                try {
                    Outcome outcome = trial.run(statement, binder.values(statement));
                    used.addAll(outcome.plan().indexes());
                    tell(statement, outcome, samples);
                } catch (SQLException e) {
                    wrong++;
                    out.printf("FAILED   %s%n         %s%n", statement.title(), e.getMessage());
                }
            }
        }
        unused(samples, used);
    }

    private void tell(Recorded statement, Outcome outcome, Samples samples) {
        List<String> findings = outcome.plan().findings(samples.sizes(), outcome.examined());
        boolean fine =
                findings.stream().allMatch(found -> allowed.reason(statement, found).isPresent());
        wrong += fine ? 0 : 1;
        out.printf(
                LINE,
                findings.isEmpty() ? "ok" : fine ? "allowed" : "WRONG",
                "%,.1f".formatted(outcome.millis()),
                "%,d".formatted(outcome.examined()),
                "%,d".formatted(outcome.found()),
                "%,.1f".formatted(outcome.perRow()),
                statement.title());
        for (String finding : findings) {
            Optional<String> reason = allowed.reason(statement, finding);
            out.printf("         %s%s%n", finding, reason.map(why -> ": " + why).orElse(""));
        }
        if (!fine) {
            out.printf(
                    "         plan: %s%n         in:   %s%n",
                    outcome.plan().line(), statement.shape());
        }
    }

    /** Indexes that are there for looking up alone, and that no plan took. */
    private void unused(Samples samples, TreeSet<String> used) {
        for (Index index : samples.indexes()) {
            if (!index.unique()
                    && !samples.isForForeignKey(index)
                    && !used.contains(index.table() + "." + index.name())) {
                out.printf(
                        "unused?  %s.%s (%s)%n",
                        index.table(), index.name(), String.join(", ", index.columns()));
            }
        }
    }
}
