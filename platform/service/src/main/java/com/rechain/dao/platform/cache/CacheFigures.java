package com.rechain.dao.platform.cache;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A cache as operators see it: its declaration and how it does in this process. */
public record CacheFigures(
        String name, Declaration declaration, Size size, Reads reads, List<HotKey> hotKeys) {

    /** What {@link CacheSpec} says, in words and seconds. */
    public record Declaration(
            String key,
            String value,
            boolean shared,
            double ttlSeconds,
            double negativeTtlSeconds,
            long maximumBytes,
            List<String> edgeTags,
            int warmed) {
        static Declaration of(CacheSpec<?, ?> spec) {
            return new Declaration(
                    spec.keys().meaning(),
                    spec.values().meaning(),
                    spec.isShared(),
                    spec.ttl().toMillis() / 1_000.0,
                    spec.negativeTtl().toMillis() / 1_000.0,
                    spec.maximumBytes(),
                    spec.edgeTags().stream().sorted().toList(),
                    spec.warmed());
        }
    }

    /** What the process keeps. */
    public record Size(long entries, long bytes, long evictions) {}

    /**
     * Reads since the process started.
     *
     * @param remoteHits of the misses, those that Redis could answer
     * @param loads of the misses, those that nobody could
     * @param longestStalenessMillis between a commit and the moment the old entry was gone here,
     *     lately
     */
    public record Reads(
            long hits,
            long misses,
            long remoteHits,
            long loads,
            double meanLoadMillis,
            double longestStalenessMillis) {

        /** The share of reads that no load was needed for; 1 where there were none. */
        @JsonProperty("hitRatio")
        public double hitRatio() {
            long all = hits + misses;
            return all == 0 ? 1 : (double) (all - Math.min(loads, all)) / all;
        }
    }

    /** A key and its sampled reads in the last ten to twenty minutes. */
    public record HotKey(String key, long reads) {}
}
