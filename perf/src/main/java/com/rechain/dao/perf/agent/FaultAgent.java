package com.rechain.dao.perf.agent;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/**
 * Puts one fault into the JVM that it is handed to by {@code -javaagent}. Refuses wherever the
 * database is not on the machine itself: no process that serves anybody is to be hurt by mistake.
 */
public final class FaultAgent {
    private static final String DATABASE = "DAO_DB_PRIMARY_URL";
    private static final String LOOPBACK = "jdbc:mysql://127.0.0.1:";

    private FaultAgent() {}

    /**
     * @param argument {@code <fault>,<file>[,<port>]}: the file is made once the fault is in; with
     *     a port only the instance that listens there gets it
     */
    public static void premain(String argument, Instrumentation instrumentation) {
        String database = System.getenv(DATABASE);
        if (database == null || !database.startsWith(LOOPBACK)) {
            throw new IllegalStateException(
                    "Faults are for tests: the database must be on this machine.");
        }
        String[] parts = argument.split(",");
        if (parts.length > 2 && !parts[2].equals(System.getenv("DAO_HTTP_PORT"))) {
            return;
        }
        Fault fault = Fault.valueOf(parts[0]);
        instrumentation.addTransformer(new FaultInserter(fault, Path.of(parts[1])));
    }
}
