package com.rechain.dao.gateway.forward;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Ends attempts whose time is up. One timer looks at all that are under way, for almost none ever
 * comes to its end: a timer each would cost every request more than finding its instance does.
 * Belongs to one event loop.
 */
final class AttemptClock {
    private static final long LOOK_EVERY_MILLIS = 10;

    private final Vertx vertx;
    private final Set<Attempt> underWay = Collections.newSetFromMap(new IdentityHashMap<>());
    private long timer = -1;

    AttemptClock(Vertx vertx) {
        this.vertx = vertx;
    }

    void start() {
        timer = vertx.setPeriodic(LOOK_EVERY_MILLIS, _ -> look(System.nanoTime()));
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    void begun(Attempt attempt) {
        underWay.add(attempt);
    }

    void settled(Attempt attempt) {
        underWay.remove(attempt);
    }

    private void look(long now) {
        List<Attempt> late = new ArrayList<>(0);
        for (Attempt attempt : underWay) {
            if (attempt.isLate(now)) {
                late.add(attempt);
            }
        }
        late.forEach(Attempt::expire);
    }
}
