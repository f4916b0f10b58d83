package com.rechain.dao.perf.diagnose;

import java.util.List;

/**
 * A rule's accusation.
 *
 * @param where the service, server, cache or table that it is about
 * @param excess how many times over the rule's threshold the strongest figure is
 * @param evidence the figures, each as a sentence
 */
public record Finding(Cause cause, String where, double excess, List<String> evidence) {
    public Finding {
        evidence = List.copyOf(evidence);
    }
}
