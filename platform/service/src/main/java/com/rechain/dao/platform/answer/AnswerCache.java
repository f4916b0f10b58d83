package com.rechain.dao.platform.answer;

import com.rechain.dao.platform.cache.TieredCache;
import com.rechain.dao.platform.replica.Freshness;
import com.rechain.dao.platform.time.Micros;
import java.time.Clock;
import java.util.Optional;

/**
 * Ready answers by key. None is given out after a commit of ours that changes it, nor past the
 * instant at which the passing of time alone makes it wrong, nor before what the request at hand
 * has seen.
 */
public final class AnswerCache<K> {
    private final TieredCache<K, ReadyAnswer> cache;
    private final Freshness freshness;
    private final Clock clock;

    AnswerCache(TieredCache<K, ReadyAnswer> cache, Freshness freshness, Clock clock) {
        this.cache = cache;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** The answer under {@code key}; empty for what does not exist or is not public. */
    public Optional<ReadyAnswer> find(K key) {
        long required = freshness.required();
        Optional<ReadyAnswer> answer = cache.get(key, required).find();
        if (answer.isPresent() && !clock.instant().isBefore(answer.get().validUntil())) {
            // Asking for what is newer than the change of state makes the cache load anew.
            long changed = Micros.of(answer.get().validUntil());
            return cache.get(key, Math.max(required, changed)).find();
        }
        return answer;
    }
}
