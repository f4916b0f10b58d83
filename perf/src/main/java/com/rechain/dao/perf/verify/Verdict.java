package com.rechain.dao.perf.verify;

/** The answer to "performance improved?", and the exit code that says the same. */
enum Verdict {
    IMPROVED("improved", 0),
    WORSE("worse", 1),
    CANNOT_TELL("cannot tell", 3);

    private final String text;
    private final int exitCode;

    Verdict(String text, int exitCode) {
        this.text = text;
        this.exitCode = exitCode;
    }

    String text() {
        return text;
    }

    int exitCode() {
        return exitCode;
    }
}
