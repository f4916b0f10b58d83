package com.rechain.dao.perf.diagnose;

import com.rechain.dao.perf.observe.Evidence;
import java.util.List;
import java.util.Map;

/** The figures of the two database servers, per request at the gateway. */
record DatabaseFigures(Evidence evidence, double requests) {
    private static final List<String> SERVERS = List.of("primary", "replica");

    void into(Map<String, Double> figures) {
        if (requests == 0) {
            return;
        }
        for (String server : SERVERS) {
            double seconds = evidence.seconds();
            double sent = evidence.delta(server, "rows_sent");
            String own = server + ".";
            figures.put(own + "cores", evidence.delta(server, "cpu_seconds") / seconds);
            figures.put(own + "questions", evidence.delta(server, "questions") / requests);
            figures.put(
                    own + "scanned", evidence.delta(server, "handler_read_rnd_next") / requests);
            figures.put(
                    own + "read_per_sent",
                    sent == 0 ? 0 : evidence.delta(server, "rows_read") / sent);
            figures.put(
                    own + "lock_ms_per_s",
                    evidence.delta(server, "innodb_row_lock_time") / seconds);
            figures.put(
                    own + "lock_waits", evidence.delta(server, "innodb_row_lock_waits") / seconds);
            figures.put(own + "fsyncs", evidence.delta(server, "innodb_data_fsyncs") / seconds);
            scans(server, figures);
        }
    }

    /** Rows that were read of a table and of none of its indexes. */
    private void scans(String server, Map<String, Double> figures) {
        for (String table : evidence.labels(server, "table_rows_read", "table")) {
            double read = evidence.delta(server, "table_rows_read", "table=" + table);
            double byIndex =
                    evidence.labels(server, "index_rows_read", "index").stream()
                            .filter(index -> index.startsWith(table + "."))
                            .mapToDouble(index ->
                                    evidence.delta(server, "index_rows_read", "index=" + index))
                            .sum();
            figures.put(server + ".table." + table, read / requests);
            figures.put(server + ".scan." + table, Math.max(0, read - byIndex) / requests);
        }
    }
}
