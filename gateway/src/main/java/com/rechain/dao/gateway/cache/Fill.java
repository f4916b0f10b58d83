package com.rechain.dao.gateway.cache;

import com.rechain.dao.gateway.GatewayProblem;
import com.rechain.dao.gateway.edge.Call;
import com.rechain.dao.gateway.edge.RequestHeaders;
import com.rechain.dao.gateway.forward.Answer;
import com.rechain.dao.gateway.forward.Forwarder;
import com.rechain.dao.gateway.forward.Recipient;
import com.rechain.dao.gateway.route.Route;
import com.rechain.dao.platform.problem.Problem;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One question to a service, for all who want the same answer meanwhile. It sends nothing of the
 * caller whose request began it, and goes on until all have left. Runs on that caller's event loop;
 * others join from theirs.
 */
final class Fill implements Recipient, Answer.Collector {
    private final MicroCache cache;
    private final CacheKey key;
    private final Route route;
    private final @Nullable StoredAnswer held;
    private final @Nullable Visit first;
    private final long began;
    private final long startedAt = System.nanoTime();
    private final List<Visit> others = new ArrayList<>();
    private boolean closed;
    private @Nullable Runnable stopTimer;
    private @Nullable Runnable giveUp;
    private @Nullable Answer answer;
    private @Nullable Freshness freshness;

    /**
     * @param first whose request began it; null when it is refreshed for those who come later
     * @param held the old answer, which the service may find to be still good
     */
    Fill(
            MicroCache cache,
            CacheKey key,
            Route route,
            @Nullable Visit first,
            @Nullable StoredAnswer held) {
        this.cache = cache;
        this.key = key;
        this.route = route;
        this.first = first;
        this.held = held;
        this.began = cache.purges().count();
    }

    void start(Call call, Forwarder forwarder) {
        Vertx vertx = call.vertx();
        long timer = vertx.setTimer(cache.config().patience().toMillis(), _ -> release());
        stopTimer = () -> vertx.cancelTimer(timer);
        giveUp = forwarder.fetch(call, route, this);
    }

    /** Gives up when nobody is left of those who waited; on the event loop of the first. */
    void left() {
        if (first != null) {
            first.context()
                    .runOnContext(_ -> {
                        if (isDeserted() && giveUp != null) {
                            close();
                            giveUp.run();
                        }
                    });
        }
    }

    /** Whether all have left; from then on nobody can join. */
    private synchronized boolean isDeserted() {
        boolean deserted =
                !closed
                        && first != null
                        && first.hasLeft()
                        && others.stream().allMatch(Visit::hasLeft);
        closed |= deserted;
        return deserted;
    }

    /** Has {@code visit} wait for the answer; false when it is too late for that. */
    synchronized boolean join(Visit visit) {
        return !closed && others.add(visit);
    }

    @Override
    public void writeHead(RequestHeaders headers, Call call, MultiMap to, long remaining) {
        headers.writeOwn(call, to, remaining);
        to.set(HttpHeaders.ACCEPT_ENCODING, AcceptedCodings.field(key.codings()));
        if (held != null && held.hasValidator()) {
            to.set(HttpHeaders.IF_NONE_MATCH, held.head().etag());
        }
    }

    @Override
    public void answered(Answer comes) {
        int status = comes.status();
        if (status == 304 && held != null) {
            comes.discard();
            confirmed(held, Freshness.of(200, comes.headers(), cache.config()));
        } else if (status >= 500 && mayStandIn()) {
            comes.discard();
            standIn();
        } else {
            Freshness found = Freshness.of(status, comes.headers(), cache.config());
            freshness = found;
            answer = comes;
            if (found == null || announcesTooMuch(comes.headers())) {
                unshareable(status < 500, comes::relayTo, comes::drop);
            } else {
                comes.collect(cache.largestBody(), this);
            }
        }
    }

    @Override
    public void collected(Buffer body) {
        Answer whole = answer;
        Freshness lasts = freshness;
        if (whole != null && lasts != null) {
            StoredAnswer.Head head = ReadyAnswers.prepare(whole.status(), whole.headers(), body);
            finish(new StoredAnswer(head, lasts, System.nanoTime(), began));
        }
    }

    @Override
    public void tooLarge(Answer.Rest rest) {
        unshareable(true, rest::relayTo, rest::drop);
    }

    @Override
    public void brokeOff() {
        refused(GatewayProblem.BAD_GATEWAY.with(route.service().label() + " broke off."));
    }

    @Override
    public void refused(Problem problem) {
        if (mayStandIn()) {
            standIn();
            return;
        }
        each(visit -> cache.refuse(visit, problem));
    }

    private void confirmed(StoredAnswer old, @Nullable Freshness lasts) {
        if (lasts == null) {
            each(visit -> cache.goAlone(visit, CacheResult.PASS));
        } else {
            finish(old.confirmed(lasts, System.nanoTime(), began));
        }
    }

    private void finish(StoredAnswer stored) {
        cache.keep(key, stored);
        cache.metrics().loaded(route, System.nanoTime() - startedAt);
        handOut(stored, CacheResult.MISS, CacheResult.COLLAPSED);
    }

    private void standIn() {
        if (held != null) {
            handOut(held, CacheResult.STAND_IN, CacheResult.STAND_IN);
        }
    }

    private void handOut(StoredAnswer stored, CacheResult forFirst, CacheResult forOthers) {
        each(visit -> cache.serve(visit, stored, visit == first ? forFirst : forOthers));
    }

    /** Goes on with all who wait, each on its own event loop. */
    private void each(Consumer<Visit> what) {
        List<Visit> all = close();
        if (first != null) {
            first.resume(what);
        }
        all.forEach(visit -> visit.resume(what));
    }

    /** Whoever began it gets the answer as it comes, the others ask for themselves. */
    private void unshareable(boolean forGood, Consumer<Call> relay, Runnable drop) {
        if (forGood) {
            cache.passFromNow(key);
        }
        List<Visit> all = close();
        all.forEach(visit -> visit.resume(each -> cache.goAlone(each, CacheResult.PASS)));
        if (first == null) {
            drop.run();
        } else {
            cache.relay(first, relay);
        }
    }

    /** Lets go all who have waited long enough; whoever began it waits for what was asked. */
    private void release() {
        for (Visit visit : take()) {
            visit.resume(each -> cache.goAlone(each, CacheResult.IMPATIENT));
        }
    }

    private List<Visit> close() {
        if (stopTimer != null) {
            stopTimer.run();
        }
        return take();
    }

    private List<Visit> take() {
        List<Visit> all = leaving();
        // Not with the lock held: whoever joins holds the cache's first.
        cache.ended(key, this);
        return all;
    }

    private synchronized List<Visit> leaving() {
        closed = true;
        List<Visit> all = List.copyOf(others);
        others.clear();
        return all;
    }

    private boolean mayStandIn() {
        return held != null && cache.mayStandIn(held);
    }

    private boolean announcesTooMuch(MultiMap headers) {
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return length != null
                && (length.length() > 9 || Integer.parseInt(length) > cache.largestBody());
    }
}
