package com.rechain.dao.devstack.cli;

import com.rechain.dao.devstack.process.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Tells the person at the terminal what happens, a line each. */
final class Console implements Progress {
    private final PrintWriter out;

    Console(PrintWriter out) {
        this.out = out;
    }

    void say(String text) {
        out.println(text);
        out.flush();
    }

    @Override
    public void ready(String what, Duration took) {
        say(String.format(Locale.ROOT, "  %-22s ready  %5.1f s", what, took.toMillis() / 1000.0));
    }
}
