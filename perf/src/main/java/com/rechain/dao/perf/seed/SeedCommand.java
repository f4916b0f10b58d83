package com.rechain.dao.perf.seed;

import com.rechain.dao.perf.cli.Command;
import com.rechain.dao.perf.platform.Stores;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/**
 * {@code ./dao perf seed}: fills the running platform, then checks that all of it hangs together.
 */
public final class SeedCommand implements Command {
    @Override
    public String usage() {
        return "--users <n> --proposals <n> --votes <n> [--largest <n>] [--seed <n>] [--at <instant>]";
    }

    @Override
    public int run(Path root, List<String> arguments) throws SQLException, InterruptedException {
        SeedSize size = Options.read(arguments, Clock.systemUTC());
        Stores target = Stores.running(root);
        new Seeding(target, System.out).seed(size);
        return new Checks(target, System.out).run() ? 0 : 1;
    }
}
