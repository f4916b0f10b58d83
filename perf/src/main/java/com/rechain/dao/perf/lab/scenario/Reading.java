package com.rechain.dao.perf.lab.scenario;

import java.util.Map;

/** What readers do: the weights of the kinds of reads, and Zipf's exponent over the proposals. */
public record Reading(Map<String, Integer> mix, double zipf, int pageSize) {
    public Reading {
        mix = Map.copyOf(mix);
    }
}
