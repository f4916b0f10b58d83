package com.rechain.dao.gateway.cache;

/**
 * The micro-cache as operators see it.
 *
 * @param purges how many there have been; of the same tags within a moment one
 * @param hearsPurges whether changes are announced at present
 */
public record CacheFigures(
        long entries, long bytes, long purges, boolean hearsPurges, Reads reads) {
    /**
     * Reads by strangers since the process started; those that go past the cache are not among
     * them.
     *
     * @param hits answered by what was at hand, fresh or stale
     * @param misses that waited for a service, most of them for the same fetch as others
     * @param loads fetches of an answer that was kept
     */
    public record Reads(long hits, long misses, long loads, double meanLoadMillis, long evictions) {
        /** The share of reads that no load was needed for; 1 where there were none. */
        public double hitRatio() {
            long all = hits + misses;
            return all == 0 ? 1 : (double) (all - Math.min(loads, all)) / all;
        }
    }
}
