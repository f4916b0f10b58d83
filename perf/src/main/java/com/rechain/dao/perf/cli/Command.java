package com.rechain.dao.perf.cli;

import java.nio.file.Path;
import java.util.List;

/** One command of {@code ./dao perf}. */
public interface Command {
    /** How it is called, in one line, after its name. */
    String usage();

    /**
     * Does what it is told, in the repository at {@code root}.
     *
     * @return the exit code: 0 when all is well, 1 when what was looked at is not
     * @throws UsageException when the arguments are not understood, or what they name is not there
     * @throws Exception when it cannot be done
     */
    int run(Path root, List<String> arguments) throws Exception;
}
