package com.rechain.dao.perf.seed;

import com.rechain.dao.perf.cli.Command;
import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.platform.Stores;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** {@code ./dao perf check}: derives again what the databases of the running platform claim. */
public final class CheckCommand implements Command {
    @Override
    public String usage() {
        return "(nothing more)";
    }

    @Override
    public int run(Path root, List<String> arguments) throws SQLException {
        UsageException.requireNone("check", arguments);
        return new Checks(Stores.running(root), System.out).run() ? 0 : 1;
    }
}
