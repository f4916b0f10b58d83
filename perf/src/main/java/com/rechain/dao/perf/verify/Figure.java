package com.rechain.dao.perf.verify;

/** What runs are compared by. */
record Figure(String title, String unit, boolean moreIsBetter) implements Comparable<Figure> {
    static final Figure THROUGHPUT = new Figure("throughput", "/s", true);
    static final Figure P50 = new Figure("p50", "ms", false);
    static final Figure P99 = new Figure("p99", "ms", false);
    static final Figure CPU = new Figure("CPU per request", "us", false);

    @Override
    public int compareTo(Figure other) {
        return title.compareTo(other.title);
    }
}
