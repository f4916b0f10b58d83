package com.rechain.dao.perf.bench.trial;

/** Something that the bench measures. */
public interface Row {
    RowDeclaration declaration();

    /**
     * Measures in as many rounds as the trial has, and tells it what was found.
     *
     * @throws com.rechain.dao.perf.peer.MissingToolException when nothing can be measured without a
     *     program that is not installed
     * @throws Exception when it cannot be done
     */
    void measure(Trial trial) throws Exception;
}
