package com.rechain.dao.perf.diagnose;

/** The four kinds of issue that the optimisation flow of the founding brief tells apart. */
public enum Bottleneck {
    DATABASE("Database"),
    APPLICATION("Application"),
    CACHING("Caching"),
    INFRASTRUCTURE("Infrastructure");

    private final String title;

    Bottleneck(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
