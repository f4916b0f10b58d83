package com.rechain.dao.perf.lab.reconcile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How often each effect was told. Delivery is at least once, so the same event again is no second
 * one: what counts is how many different event ids tell of an effect.
 */
record EventCount(String type, Map<String, Set<String>> idsByEffect, long records) {

    static EventCount of(List<Event> events, String type) {
        Map<String, Set<String>> ids = new TreeMap<>();
        long records = 0;
        for (Event event : events) {
            if (event.type().equals(type)) {
                ids.computeIfAbsent(event.effect(), _ -> new TreeSet<>()).add(event.eventId());
                records++;
            }
        }
        return new EventCount(type, ids, records);
    }

    /** Notes every effect that is told by no event or by several. */
    void requireOnceEach(Collection<String> effects, Findings findings) {
        for (String effect : effects) {
            int times = idsByEffect.getOrDefault(effect, Set.of()).size();
            findings.require(times == 1, "%s tells of %s %d times", type, effect, times);
        }
        findings.checked("events " + type, effects.size());
        long different = idsByEffect.values().stream().mapToLong(Set::size).sum();
        findings.checked("events delivered again", records - different);
    }

    /** Notes every effect that is told of and is not there. */
    void requireNoOthers(Collection<String> effects, Findings findings) {
        Set<String> known = Set.copyOf(effects);
        for (String effect : idsByEffect.keySet()) {
            findings.require(
                    known.contains(effect), "%s tells of %s, which is not there", type, effect);
        }
    }
}
