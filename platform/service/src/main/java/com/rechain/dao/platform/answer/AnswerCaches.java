package com.rechain.dao.platform.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.platform.cache.CacheRegistry;
import com.rechain.dao.platform.cache.CacheSpec;
import com.rechain.dao.platform.cache.Etags;
import com.rechain.dao.platform.replica.Freshness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Makes caches of ready answers, and the answers that are in them. */
@ApplicationScoped
public class AnswerCaches {
    private final CacheRegistry caches;
    private final Freshness freshness;
    private final ObjectMapper json;
    private final Clock clock;

    AnswerCaches(CacheRegistry caches, Freshness freshness, ObjectMapper json, Clock clock) {
        this.caches = caches;
        this.freshness = freshness;
        this.json = json;
        this.clock = clock;
    }

    /** A new cache as {@code spec} declares it. */
    public <K> AnswerCache<K> create(CacheSpec<K, ReadyAnswer> spec) {
        return new AnswerCache<>(caches.create(spec), freshness, clock);
    }

    /** A declaration of ready answers with that name. */
    public static <K> CacheSpec.Builder<K, ReadyAnswer> named(String name, String meaning) {
        return CacheSpec.<K, ReadyAnswer>named(name).sharing(meaning, ReadyAnswer.CODEC);
    }

    /** {@code view} as JSON. */
    public byte[] write(Object view) {
        try {
            return json.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view is always writable", e);
        }
    }

    /** {@code view} as everyone gets it until something changes, named by a digest of its bytes. */
    public ReadyAnswer forEveryone(UUID scope, Object view) {
        byte[] bytes = write(view);
        return ReadyAnswer.plain(ReadyAnswer.FOREVER, scope, Etags.of(bytes), bytes).compressed();
    }
}
