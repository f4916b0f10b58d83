package com.rechain.dao.platform.cache;

/**
 * The keys in Redis. What is used together has the same text in braces: on a Redis Cluster it lies
 * in one hash slot.
 */
record SlotKeys(String service) {
    /** The key of an entry, of the last invalidation of its home tag, and of who loads it. */
    record Entry(String value, String stamp, String lease) {}

    Entry entry(String home, String cache, String key) {
        String value = slot(home) + cache + ":" + key;
        return new Entry(value, stamp(home), value + ":lease");
    }

    String stamp(String tag) {
        return slot(tag) + "dead";
    }

    /** Where the reads of a cache's keys are counted in a span of time. */
    String reads(String cache, long span) {
        return slot(cache) + "reads:" + span;
    }

    private String slot(String text) {
        return "dao:" + service + ":{" + text + "}:";
    }
}
