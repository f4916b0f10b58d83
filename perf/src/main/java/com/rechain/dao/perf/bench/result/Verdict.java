package com.rechain.dao.perf.bench.result;

/** What a figure says about its goal. */
public enum Verdict {
    MET("met"),
    MISSED("missed"),
    /** There is no goal: the figure is shown to be compared later. */
    SHOWN("shown"),
    NOT_MEASURED("not measured");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
