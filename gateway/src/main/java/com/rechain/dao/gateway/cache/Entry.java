package com.rechain.dao.gateway.cache;

import java.util.concurrent.TimeUnit;

/** What is remembered of an address. */
sealed interface Entry permits StoredAnswer, Entry.Passing {
    /** How long it is of any use, from when it was put there. */
    long lifeNanos();

    /** What it takes, in bytes, roughly. */
    int weight(CacheKey key);

    /** The last answer could not be kept, so requests do not wait for each other. */
    record Passing(long lifeNanos) implements Entry {
        private static final int OVERHEAD = 160;

        static Passing forMillis(long millis) {
            return new Passing(TimeUnit.MILLISECONDS.toNanos(millis));
        }

        @Override
        public int weight(CacheKey key) {
            return OVERHEAD + key.uri().length();
        }
    }
}
