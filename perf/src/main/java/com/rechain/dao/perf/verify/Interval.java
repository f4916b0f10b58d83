package com.rechain.dao.perf.verify;

/** A ratio candidate : base, and the interval that holds the true one. */
record Interval(double low, double ratio, double high) {

    /** Whether it lies wholly above 1. */
    boolean above() {
        return low > 1;
    }

    /** Whether it lies wholly below 1. */
    boolean below() {
        return high < 1;
    }
}
