package com.rechain.dao.gateway.cache;

import com.rechain.dao.gateway.edge.Call;
import com.rechain.dao.gateway.forward.Forwarder;
import com.rechain.dao.gateway.route.Route;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Consumer;

/**
 * A request that waits for an answer, and the event loop on which it must get it.
 *
 * @param since how many purges there had been when it came: it must see what they announced
 * @param again how often it has found what it waited for outdated
 */
record Visit(
        CacheKey key,
        Call call,
        Route route,
        Forwarder forwarder,
        Context context,
        long since,
        int again) {
    static Visit of(CacheKey key, Call call, Route route, Forwarder forwarder, long since) {
        Context context = call.vertx().getOrCreateContext();
        return new Visit(key, call, route, forwarder, context, since, 0);
    }

    Visit anew(long now) {
        return new Visit(key, call, route, forwarder, context, now, again + 1);
    }

    /** Goes on with it where it belongs, unless the caller has left. */
    void resume(Consumer<Visit> what) {
        if (Vertx.currentContext() == context) {
            run(what);
        } else {
            context.runOnContext(_ -> run(what));
        }
    }

    boolean hasLeft() {
        return call.callerLeft();
    }

    private void run(Consumer<Visit> what) {
        if (!hasLeft()) {
            what.accept(this);
        }
    }
}
