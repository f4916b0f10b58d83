package com.rechain.dao.platform.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Lets one of many callers who want the same thing at the same time fetch it for all. A caller
 * joins only a fetch that was started to be at least as fresh as it needs; else it starts its own,
 * which those who come later join.
 */
final class SingleFlight<K, V> {
    private final ConcurrentHashMap<K, Flight<V>> flights = new ConcurrentHashMap<>();

    private record Flight<V>(long required, CompletableFuture<V> landing) {}

    /** What {@code fetch} gives; whatever it throws is thrown to all who wait for it. */
    V fly(K key, long required, Supplier<V> fetch) {
        Flight<V> mine = new Flight<>(required, new CompletableFuture<>());
        Flight<V> joined =
                flights.compute(
                        key,
                        (_, running) ->
                                running != null && running.required() >= required ? running : mine);
        if (joined != mine) {
            return await(joined.landing());
        }
        try {
            V fetched = fetch.get();
            mine.landing().complete(fetched);
            return fetched;
        } catch (RuntimeException | Error e) {
            mine.landing().completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(key, mine);
        }
    }

    private static <V> V await(CompletableFuture<V> landing) {
        try {
            return landing.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
