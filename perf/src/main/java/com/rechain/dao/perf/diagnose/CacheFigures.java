package com.rechain.dao.perf.diagnose;

import com.rechain.dao.perf.observe.Evidence;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The figures of the caches of one service, and of its calls to Redis. */
record CacheFigures(Evidence evidence, String service) {
    private static final double THIRD = 1 / 3.0;
    private static final String GETS = "dao_cache_get_seconds_count";
    private static final String LOADS = "dao_cache_load_seconds_count";

    void into(Map<String, Double> figures) {
        Set<String> caches = new TreeSet<>();
        evidence.sources(service)
                .forEach(instance -> caches.addAll(evidence.labels(instance, GETS, "cache")));
        caches.forEach(cache -> cache(cache, figures));
        ServiceEvidence all = new ServiceEvidence(evidence, service);
        double failed = all.sum("dao_redis_call_seconds_count", "outcome=failed");
        double calls = all.sum("dao_redis_call_seconds_count");
        figures.put(service + ".redis_calls", calls / evidence.seconds());
        figures.put(
                service + ".redis_ms",
                1e3 * all.mean("dao_redis_call_seconds", "outcome=answered"));
        figures.put(service + ".redis_failed", calls == 0 ? 0 : failed / calls);
    }

    private void cache(String cache, Map<String, Double> figures) {
        ServiceEvidence all = new ServiceEvidence(evidence, service);
        String own = service + ".cache." + cache + ".";
        String label = "cache=" + cache;
        double gets = all.sum(GETS, label);
        double loads = all.sum(LOADS, label);
        figures.put(own + "gets", gets / evidence.seconds());
        figures.put(own + "hit", gets == 0 ? 0 : all.sum(GETS, label, "outcome=hit") / gets);
        figures.put(own + "loaded", gets == 0 ? 0 : loads / gets);
        figures.put(own + "loads", loads);
        figures.put(own + "load_ms", 1e3 * all.mean("dao_cache_load_seconds", label));
        figures.put(own + "kept_early", kept(evidence.first(THIRD), label));
        figures.put(own + "kept_late", kept(evidence.last(THIRD), label));
        figures.put(own + "size", all.peak("cache_size", "cache=dao." + cache));
    }

    /** The share of the reads of a cache that needed no load. */
    private double kept(Evidence part, String label) {
        ServiceEvidence all = new ServiceEvidence(part, service);
        double gets = all.sum(GETS, label);
        return gets == 0 ? 1 : Math.max(0, 1 - all.sum(LOADS, label) / gets);
    }
}
