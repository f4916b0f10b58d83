package com.rechain.dao.gateway.cache;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What was purged, by a running number. An answer carries the number at which it was asked for and
 * is good unless one of its tags was purged later: so a purge outdates what is kept, what is on its
 * way and what has not been asked for to the end, without looking for any of it. Safe for many
 * threads.
 */
final class Purges {
    private static final int MOST_TAGS = 50_000;

    private final Map<String, Long> last = new ConcurrentHashMap<>();
    // The number is raised after the tags are there: who sees it sees them.
    private volatile long count;
    private volatile long forgotten;
    private volatile boolean hears;

    /** How many purges there have been. */
    long count() {
        return count;
    }

    /** Whether changes are announced at present; if not, only lifetimes bound what is old. */
    boolean hears() {
        return hears;
    }

    void hears(boolean now) {
        hears = now;
    }

    /** Outdates every answer with one of {@code tags} that has been asked for so far. */
    synchronized void purge(Collection<String> tags) {
        long number = count + 1;
        if (last.size() + tags.size() > MOST_TAGS) {
            forget(number);
        } else {
            tags.forEach(tag -> last.put(tag, number));
        }
        count = number;
    }

    /** Outdates every answer that has been asked for so far. */
    synchronized void purgeAll() {
        long number = count + 1;
        forget(number);
        count = number;
    }

    /** Whether {@code answer} was purged. */
    boolean outdated(StoredAnswer answer) {
        long now = count;
        if (answer.checked() == now) {
            return false;
        }
        if (outdated(answer.head().tags(), answer.began())) {
            return true;
        }
        answer.checkedUpTo(now);
        return false;
    }

    private boolean outdated(String[] tags, long began) {
        for (String tag : tags) {
            Long purged = last.get(tag);
            if (purged != null && purged > began) {
                return true;
            }
        }
        // After the tags, which are dropped only when this has been raised.
        return forgotten > began;
    }

    private void forget(long number) {
        forgotten = number;
        last.clear();
    }

    /** The tags in {@code message}; none in an empty one. */
    static String[] tags(@Nullable String message) {
        if (message == null || message.isBlank()) {
            return new String[0];
        }
        return Arrays.stream(message.split(",", -1))
                .map(String::trim)
                .filter(tag -> !tag.isEmpty())
                .toArray(String[]::new);
    }
}
