package com.rechain.dao.perf.capacity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What people ask for, as shares of their requests; and how long they think between two. */
enum Mix {
    /** The founding brief's throughput row: mostly lists, some votes, few log in or write. */
    DEFAULT(Map.of(Kind.LIST, 0.9, Kind.VOTE, 0.08, Kind.LOGIN, 0.01, Kind.COMMENT, 0.01)),
    /** People who look around. */
    READING(Map.of(Kind.LIST, 0.5, Kind.PROPOSAL, 0.45, Kind.BALLOTS, 0.05)),
    /** The last minutes of a vote. */
    VOTING(Map.of(Kind.PROPOSAL, 0.5, Kind.VOTE, 0.48, Kind.BALLOTS, 0.02));

    /** Think time: 5,000 active people make 1,000 requests a second. */
    static final double THINK_SECONDS = 5;

    private final Map<Kind, Double> shares;

    Mix(Map<Kind, Double> shares) {
        this.shares = shares;
    }

    static Optional<Mix> named(String name) {
        return Arrays.stream(values()).filter(mix -> mix.text().equals(name)).findFirst();
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    Map<Kind, Double> shares() {
        return shares;
    }
}
