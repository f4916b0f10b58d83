package com.rechain.dao.perf.lab.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The course of a test, as the founding brief names it. */
public enum TestType {
    /** The expected rate, for long. */
    @JsonProperty("baseline")
    BASELINE,
    /** A ramp past the knee. */
    @JsonProperty("stress")
    STRESS,
    /** Ten times the rate within a second, and back. */
    @JsonProperty("spike")
    SPIKE,
    /** The expected rate on much data. */
    @JsonProperty("volume")
    VOLUME;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a refusal with 429 or 503 is what a platform under such a test should answer. */
    public boolean mayBeRefused() {
        return this == STRESS || this == SPIKE;
    }
}
