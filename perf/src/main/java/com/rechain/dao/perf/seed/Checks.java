package com.rechain.dao.perf.seed;

import com.rechain.dao.devstack.backing.Schema;
import com.rechain.dao.perf.platform.Stores;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that must hold of a platform's data, derived again from the rows themselves, by the
 * primary, in snapshots; at last what the gateway shows.
 */
public final class Checks {
    private final Stores target;
    private final PrintStream out;

    public Checks(Stores target, PrintStream out) {
        this.target = target;
        this.out = out;
    }

    /** Whether everything holds; says what was looked at, check by check. */
    public boolean run() throws SQLException {
        long started = System.nanoTime();
        List<Finding> all = new ArrayList<>();
        try (Connection users = snapshot(Schema.USERS);
                Connection proposals = snapshot(Schema.PROPOSALS);
                Connection voting = snapshot(Schema.VOTING)) {
            all.addAll(RowChecks.users(users));
            all.addAll(RowChecks.proposals(proposals));
            all.addAll(RowChecks.voting(voting));
            all.addAll(new VoteChecks(voting).run());
            all.addAll(new ElectorateChecks(users, voting).run());
            all.add(new BallotChecks(voting).run());
            all.addAll(new AgreementChecks(users, proposals, voting).run());
            all.add(new ShownChecks(target.anyone(), proposals, voting).run());
        }
        all.forEach(finding -> out.println(finding.line()));
        boolean holds = all.stream().allMatch(Finding::holds);
        out.printf(
                "%s, %,d checks in %,.1f s%n",
                holds ? "Everything holds" : "NOT everything holds",
                all.size(),
                (System.nanoTime() - started) / 1e9);
        return holds;
    }

    private Connection snapshot(Schema schema) throws SQLException {
        Connection connection = target.primary(schema);
        Sql.snapshot(connection);
        return connection;
    }
}
