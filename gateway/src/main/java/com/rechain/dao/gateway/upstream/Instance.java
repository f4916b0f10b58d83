package com.rechain.dao.gateway.upstream;

import com.rechain.dao.gateway.balance.Target;
import com.rechain.dao.gateway.route.Priority;
import io.vertx.core.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * One instance of a service: whether it may be asked now, and the places for requests it has left.
 * Every successful {@link #tryEnter} is followed by one {@link #record} and one {@link #leave}.
 */
public final class Instance implements Target {
    private final InstanceAddress address;
    private final SocketAddress socket;
    private final ResilienceConfig config;
    private final LongSupplier clock;
    private final Breaker breaker;
    private final Ejection ejection;
    private final SlowStart slowStart;
    private final boolean joins;
    private final AdaptiveLimit limit;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger streams = new AtomicInteger();
    private volatile Readiness readiness = Readiness.UNKNOWN;

    /**
     * @param joins whether it comes to others that serve already, and so was most likely just
     *     started
     */
    Instance(InstanceAddress address, ResilienceConfig config, LongSupplier clock, boolean joins) {
        this.address = address;
        this.socket = SocketAddress.inetSocketAddress(address.port(), address.host());
        this.config = config;
        this.clock = clock;
        this.joins = joins;
        ResilienceConfig.BreakerConfig rules = config.breaker();
        this.breaker = new Breaker(rules.window(), rules.failureRatio(), rules.pause());
        ResilienceConfig.EjectionConfig out = config.ejection();
        this.ejection = new Ejection(out.failures(), out.shortest(), out.longest());
        this.slowStart = new SlowStart(config.slowStart());
        ResilienceConfig.OverloadConfig load = config.overload();
        this.limit =
                new AdaptiveLimit(
                        load.least(),
                        config.maxRequests(),
                        load.inTime().toNanos(),
                        load.window().toNanos());
    }

    public InstanceAddress address() {
        return address;
    }

    /** Where to connect to. */
    public SocketAddress socket() {
        return socket;
    }

    public Readiness readiness() {
        return readiness;
    }

    /**
     * Notes what the instance said when asked. One that joins others or comes back begins slowly,
     * with a clean slate.
     */
    public void said(Readiness now) {
        Readiness before = readiness;
        readiness = now;
        boolean began = before != Readiness.UNKNOWN || joins;
        if (now == Readiness.READY && before != now && began) {
            ejection.clear();
            slowStart.begin(clock.getAsLong());
        }
    }

    /** Whether its breaker lets requests through now. */
    boolean isOpen() {
        return breaker.permits(clock.getAsLong());
    }

    /** Whether it is left out for now, as long as there are others. */
    boolean isEjected() {
        return ejection.isEjected(clock.getAsLong());
    }

    /** Whether it has a place left for a request of {@code priority}. */
    boolean hasRoom(boolean stream, Priority priority) {
        return stream
                ? streams.get() < config.maxStreams()
                : requests.get() < priority.placesOf(limit.get());
    }

    /** Takes a place and the breaker's leave; false when either is not to be had. */
    boolean tryEnter(boolean stream, Priority priority) {
        AtomicInteger places = stream ? streams : requests;
        int most = stream ? config.maxStreams() : priority.placesOf(limit.get());
        if (places.incrementAndGet() > most || !breaker.tryEnter(clock.getAsLong())) {
            places.decrementAndGet();
            return false;
        }
        return true;
    }

    /** Requests it is given at once at present, over all event loops. */
    public int limit() {
        return limit.get();
    }

    /**
     * Notes how long a short request took, which tells how long requests wait for each other. Votes
     * and reads are short; what hashes passwords or writes lists would tell of itself.
     */
    public void took(Priority priority, long nanos) {
        if (priority == Priority.VOTE || priority == Priority.LIST) {
            limit.answered(nanos, requests.get(), clock.getAsLong());
        }
    }

    /** Notes that it turned a request away because it has too much to do, or did not answer. */
    public void overloaded() {
        limit.refused(requests.get(), clock.getAsLong());
    }

    /** Notes how an attempt went; true when the instance is left out from now on because of it. */
    public boolean record(AttemptResult result) {
        long now = clock.getAsLong();
        breaker.record(result, now);
        boolean ejected = ejection.record(result, now);
        if (ejected) {
            slowStart.begin(ejection.endsAt());
        }
        return ejected;
    }

    /** Gives the place back. */
    public void leave(boolean stream) {
        (stream ? streams : requests).decrementAndGet();
    }

    @Override
    public int inFlight() {
        return requests.get();
    }

    /** Streams open at it. */
    public int openStreams() {
        return streams.get();
    }

    @Override
    public double share() {
        return slowStart.share(clock.getAsLong());
    }
}
