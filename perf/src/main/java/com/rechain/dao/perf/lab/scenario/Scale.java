package com.rechain.dao.perf.lab.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How large a test is. */
public enum Scale {
    /** Seconds: does it work at all. */
    @JsonProperty("ci")
    CI,
    /** Half a minute on one machine that also makes the load. */
    @JsonProperty("local")
    LOCAL,
    /** The goals' own rates and sizes. */
    @JsonProperty("full")
    FULL;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
