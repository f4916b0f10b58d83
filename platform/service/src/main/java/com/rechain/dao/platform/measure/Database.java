package com.rechain.dao.platform.measure;

import java.util.Locale;
import java.util.Properties;

/** Which of a service's databases a connection leads to. */
enum Database {
    PRIMARY,
    REPLICA;

    /** A connection property of our own, which the driver passes on to its interceptors. */
    private static final String PROPERTY = "daoDatabase";

    static Database of(Properties connection) {
        return REPLICA.label().equals(connection.getProperty(PROPERTY)) ? REPLICA : PRIMARY;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
