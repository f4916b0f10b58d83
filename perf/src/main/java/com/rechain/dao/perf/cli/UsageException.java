package com.rechain.dao.perf.cli;

import java.util.List;

/** What was asked for makes no sense; the message is one sentence for the one who asked. */
public class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }

    /** For a command that is complete without arguments. */
    public static void requireNone(String command, List<String> arguments) {
        if (!arguments.isEmpty()) {
            throw new UsageException(
                    "%s takes nothing more, not %s.".formatted(command, arguments.getFirst()));
        }
    }
}
