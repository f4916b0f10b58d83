package com.rechain.dao.perf.observe;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** Something whose figures are read once a second. */
interface Source {
    /**
     * Where in a line of the timeline it stands: {@code services}, {@code processes} …; empty: at
     * the top.
     */
    String section();

    /** What it is called there, such as {@code voting-service-1} or {@code database}. */
    String name();

    /**
     * Its figures as they are now; none when there is nothing to see any more. Counters are given
     * as they stand: differences are the reader's.
     *
     * @throws IOException when it did not answer
     * @throws SQLException when it did not answer
     */
    Map<String, Double> read() throws IOException, SQLException, InterruptedException;
}
