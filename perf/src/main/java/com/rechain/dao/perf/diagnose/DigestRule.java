package com.rechain.dao.perf.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One statement that takes a quarter of the database's time and finds a row in more than a hundred
 * it looks at, mostly without an index; or one that is sent five times for each request. Both are
 * absolute: no page of ours needs either.
 */
final class DigestRule implements Rule {
    private static final double SHARE = 0.25;
    private static final double EXAMINED = 100;
    private static final double MOSTLY = 0.5;
    private static final double PER_REQUEST = 5;

    @Override
    public Stream<Finding> look(Sight sight) {
        return sight.run().between("statement.", ".time_share").stream()
                .flatMap(statement -> look(sight, statement).stream());
    }

    private static List<Finding> look(Sight sight, String statement) {
        String own = "statement." + statement + ".";
        List<String> evidence =
                List.of(
                        sight.told(
                                "share of the time of the dearest statements",
                                own + "time_share",
                                ""),
                        sight.told(
                                "rows examined for each that was sent",
                                own + "examined_per_sent",
                                ""),
                        sight.told("share of its runs without an index", own + "without_index", ""),
                        sight.told("times it was sent for each request", own + "per_request", ""));
        List<Finding> findings = new ArrayList<>();
        double examined = sight.now(own + "examined_per_sent");
        if (sight.now(own + "time_share") >= SHARE
                && examined >= EXAMINED
                && sight.now(own + "without_index") >= MOSTLY) {
            findings.add(
                    new Finding(Cause.MISSING_INDEX, statement, examined / EXAMINED, evidence));
        }
        double sent = sight.now(own + "per_request");
        if (sent >= PER_REQUEST) {
            findings.add(new Finding(Cause.N_PLUS_ONE, statement, sent / PER_REQUEST, evidence));
        }
        return findings;
    }
}
