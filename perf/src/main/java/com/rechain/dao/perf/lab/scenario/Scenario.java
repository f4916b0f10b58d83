package com.rechain.dao.perf.lab.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What the people of a test do. */
public enum Scenario {
    @JsonProperty("registration")
    REGISTRATION("register"),
    /** A draft is written and published: two requests, of which the first is counted. */
    @JsonProperty("proposal")
    PROPOSAL("draft"),
    @JsonProperty("voting")
    VOTING("vote"),
    /** Reads of every kind; each is counted. */
    @JsonProperty("retrieval")
    RETRIEVAL("");

    private final String leadStep;

    Scenario(String leadStep) {
        this.leadStep = leadStep;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a request of this step is one that the rate speaks of. */
    public boolean leads(String step) {
        return leadStep.isEmpty() || leadStep.equals(step);
    }
}
