package com.rechain.dao.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.rechain.dao.gateway.edge.Answers;
import com.rechain.dao.gateway.edge.Call;
import com.rechain.dao.gateway.forward.Forwarder;
import com.rechain.dao.gateway.route.Route;
import com.rechain.dao.platform.problem.Problem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands out public answers that are at hand and fetches the others, once for all who ask. Shared by
 * all event loops; never blocks.
 */
public final class MicroCache {
    private final CacheConfig config;
    private final int largestBody;
    private final Purges purges = new Purges();
    private final CacheMetrics metrics;
    private final Cache<CacheKey, Entry> entries;
    private final Map<CacheKey, Fill> fills = new ConcurrentHashMap<>();

    /**
     * @param routes all that will ever be asked for
     */
    public MicroCache(CacheConfig config, Collection<Route> routes, MeterRegistry registry) {
        this.config = config;
        this.largestBody = (int) config.largestBody().asLongValue();
        this.metrics = new CacheMetrics(registry, routes);
        this.entries =
                Caffeine.newBuilder()
                        .maximumWeight(config.size().asLongValue())
                        .weigher((CacheKey key, Entry entry) -> entry.weight(key))
                        .expireAfter(Expiry.writing((CacheKey _, Entry entry) -> life(entry)))
                        .evictionListener((_, _, cause) -> {
                            if (cause == RemovalCause.SIZE) {
                                metrics.evicted();
                            }
                        })
                        .executor(Runnable::run)
                        .build();
        Gauge.builder("dao.gateway.cache.entries", entries, Cache::estimatedSize)
                .register(registry);
        Gauge.builder("dao.gateway.cache.bytes", this, MicroCache::bytes).register(registry);
        Gauge.builder("dao.gateway.cache.hears", purges, p -> p.hears() ? 1 : 0).register(registry);
    }

    /** Answers {@code call}, by what is kept or by the service of {@code route}. */
    public void answer(Call call, Route route, Forwarder forwarder) {
        if (!config.enabled() || !Shareable.isRead(call)) {
            forwarder.forward(call, route);
            return;
        }
        int codings =
                AcceptedCodings.variant(call.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
        if (codings < 0 || !Shareable.test(call, route)) {
            goAlone(call, route, forwarder, CacheResult.BYPASS);
        } else {
            look(new CacheKey(call.request().uri(), codings), call, route, forwarder);
        }
    }

    /** Outdates every answer with one of {@code tags}, also those that are being fetched. */
    public void purge(Collection<String> tags) {
        purges.purge(tags);
        metrics.purged(tags.size());
    }

    /** Outdates everything. */
    public void purgeAll() {
        purges.purgeAll();
        entries.invalidateAll();
        metrics.purgedAll();
    }

    /** Says whether changes are announced from now on; without, nothing is handed out stale. */
    public void hears(boolean now) {
        purges.hears(now);
    }

    /** How it does, in this process. */
    public CacheFigures figures() {
        entries.cleanUp();
        return new CacheFigures(
                entries.estimatedSize(), bytes(), purges.count(), purges.hears(), metrics.reads());
    }

    CacheConfig config() {
        return config;
    }

    int largestBody() {
        return largestBody;
    }

    Purges purges() {
        return purges;
    }

    CacheMetrics metrics() {
        return metrics;
    }

    boolean mayStandIn(StoredAnswer held) {
        return held.mayStandIn(System.nanoTime()) && !purges.outdated(held);
    }

    /** Keeps {@code stored}, unless it was purged on its way. */
    void keep(CacheKey key, StoredAnswer stored) {
        if (!purges.outdated(stored)) {
            entries.put(key, stored);
        }
    }

    /** Requests for {@code key} do not wait for each other for a while. */
    void passFromNow(CacheKey key) {
        entries.put(key, Entry.Passing.forMillis(config.passFor().toMillis()));
    }

    void ended(CacheKey key, Fill fill) {
        fills.remove(key, fill);
    }

    /** Hands {@code stored} out, unless something was purged before {@code visit} came. */
    void serve(Visit visit, StoredAnswer stored, CacheResult result) {
        if (visit.since() == stored.began() || !purges.outdated(stored)) {
            handOut(visit.call(), visit.route(), stored, result);
        } else if (visit.again() < 2) {
            join(visit.anew(purges.count()), null);
        } else {
            goAlone(visit, CacheResult.IMPATIENT);
        }
    }

    void goAlone(Visit visit, CacheResult result) {
        goAlone(visit.call(), visit.route(), visit.forwarder(), result);
    }

    void refuse(Visit visit, Problem problem) {
        metrics.count(visit.route(), CacheResult.MISS);
        Answers.problem(visit.call(), problem);
    }

    void relay(Visit visit, Consumer<Call> relay) {
        note(visit.call(), visit.route(), CacheResult.MISS);
        relay.accept(visit.call());
    }

    private void look(CacheKey key, Call call, Route route, Forwarder forwarder) {
        long now = System.nanoTime();
        switch (entries.getIfPresent(key)) {
            case null -> join(Visit.of(key, call, route, forwarder, purges.count()), null);
            case Entry.Passing _ -> goAlone(call, route, forwarder, CacheResult.PASS);
            case StoredAnswer stored -> {
                boolean outdated = purges.outdated(stored);
                if (outdated || Shareable.wantsNew(call) || !mayBeHandedOut(stored, now)) {
                    Visit visit = Visit.of(key, call, route, forwarder, purges.count());
                    join(visit, outdated ? null : stored);
                } else if (stored.isFresh(now)) {
                    handOut(call, route, stored, CacheResult.HIT);
                } else {
                    handOut(call, route, stored, CacheResult.STALE);
                    refresh(key, call, route, forwarder, stored);
                }
            }
        }
    }

    private boolean mayBeHandedOut(StoredAnswer stored, long now) {
        return stored.isFresh(now) || purges.hears() && stored.mayBeStale(now);
    }

    private void join(Visit visit, @Nullable StoredAnswer held) {
        Fill mine = new Fill(this, visit.key(), visit.route(), visit, held);
        Fill joined =
                fills.compute(
                        visit.key(),
                        (_, running) -> running != null && running.join(visit) ? running : mine);
        visit.call().response().closeHandler(_ -> joined.left());
        if (joined == mine) {
            mine.start(visit.call(), visit.forwarder());
        }
    }

    private void refresh(
            CacheKey key, Call call, Route route, Forwarder forwarder, StoredAnswer held) {
        if (fills.containsKey(key)) {
            return;
        }
        Fill mine = new Fill(this, key, route, null, held);
        if (fills.putIfAbsent(key, mine) == null) {
            mine.start(call, forwarder);
        }
    }

    private void handOut(Call call, Route route, StoredAnswer stored, CacheResult result) {
        metrics.count(route, result);
        long now = System.nanoTime();
        CharSequence field =
                result == CacheResult.STALE || result == CacheResult.STAND_IN
                        ? result.field(stored.secondsStale(now))
                        : result.field();
        ReadyAnswers.write(call, stored, field, now);
    }

    private void goAlone(Call call, Route route, Forwarder forwarder, CacheResult result) {
        note(call, route, result);
        forwarder.forward(call, route);
    }

    private void note(Call call, Route route, CacheResult result) {
        metrics.count(route, result);
        call.response().headers().set(ReadyAnswers.CACHE_STATUS, result.field());
    }

    private long bytes() {
        return entries.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }

    private static Duration life(Entry entry) {
        return Duration.ofNanos(Math.max(1, entry.lifeNanos()));
    }
}
