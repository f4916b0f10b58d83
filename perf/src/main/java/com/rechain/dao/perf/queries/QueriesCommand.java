package com.rechain.dao.perf.queries;

import com.rechain.dao.perf.cli.Command;
import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.platform.Stores;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** {@code ./dao perf queries}: tries every statement of the services on the running platform. */
public final class QueriesCommand implements Command {
    @Override
    public String usage() {
        return "(nothing more)";
    }

    @Override
    public int run(Path root, List<String> arguments) throws SQLException {
        UsageException.requireNone("queries", arguments);
        Review review = Review.in(root, System.out);
        return review.run(Stores.running(root)) ? 0 : 1;
    }
}
