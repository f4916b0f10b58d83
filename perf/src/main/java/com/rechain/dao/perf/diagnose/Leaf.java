package com.rechain.dao.perf.diagnose;

/** The measures at the leaves of the optimisation flow. */
public enum Leaf {
    ADD_INDEXES("Add Indexes"),
    OPTIMIZE_QUERIES("Optimize Queries"),
    CONNECTION_POOLING("Connection Pooling"),
    CODE_PROFILING("Code Profiling"),
    MEMORY_OPTIMIZATION("Memory Optimization"),
    ALGORITHM_IMPROVEMENT("Algorithm Improvement"),
    CACHE_INVALIDATION("Cache Invalidation"),
    CACHE_WARMING("Cache Warming"),
    CACHE_DISTRIBUTION("Cache Distribution"),
    HORIZONTAL_SCALING("Horizontal Scaling"),
    VERTICAL_SCALING("Vertical Scaling"),
    LOAD_BALANCING("Load Balancing");

    private final String title;

    Leaf(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** To do {@code what}, under this leaf. */
    Recommendation to(String what) {
        return new Recommendation(this, what);
    }

    /** What to do, and which leaf of the flow that is. */
    public record Recommendation(Leaf leaf, String what) {}
}
