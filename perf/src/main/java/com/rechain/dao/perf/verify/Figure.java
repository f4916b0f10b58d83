package com.rechain.dao.perf.verify;

/** What runs are compared by. */
enum Figure {
    THROUGHPUT("throughput", "/s", true),
    P50("p50", "ms", false),
    P99("p99", "ms", false),
    CPU("CPU per request", "us", false);

    private final String title;
    private final String unit;
    private final boolean moreIsBetter;

    Figure(String title, String unit, boolean moreIsBetter) {
        this.title = title;
        this.unit = unit;
        this.moreIsBetter = moreIsBetter;
    }

    String title() {
        return title;
    }

    String unit() {
        return unit;
    }

    boolean moreIsBetter() {
        return moreIsBetter;
    }
}
