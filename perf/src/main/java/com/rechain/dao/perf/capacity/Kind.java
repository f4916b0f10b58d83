package com.rechain.dao.perf.capacity;

import java.util.Locale;

/** The kinds of requests whose demands are measured. */
enum Kind {
    LIST,
    PROPOSAL,
    BALLOTS,
    VOTE,
    COMMENT,
    LOGIN;

    /** As it is written in the file of demands. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
