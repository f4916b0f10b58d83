package com.rechain.dao.e2e.support;

import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.client.SignedIn;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Members who vote and readers who read, all the time, and a record of every answer they got.
 * Nothing is sent again: what failed has failed.
 */
public final class Traffic implements AutoCloseable {
    private static final int READERS = 2;
    private static final int ENOUGH = 60;

    private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Vote vote;
    private volatile boolean stopping;

    private Traffic(Vote vote) {
        this.vote = vote;
    }

    /** What a request was for. */
    public enum Kind {
        VOTE,
        READ
    }

    /**
     * A request and what came of it.
     *
     * @param startedAt on the scale of {@link System#nanoTime()}
     * @param voter who voted, for a vote
     * @param reply null when no answer came
     */
    public record Exchange(
            Kind kind,
            long startedAt,
            Duration took,
            @Nullable SignedIn voter,
            @Nullable Reply reply) {
        public long endedAt() {
            return startedAt + took.toNanos();
        }

        public int status() {
            return reply == null ? 0 : reply.status();
        }

        public boolean failed() {
            return status() == 0 || status() >= 500;
        }
    }

    /** Lets every member vote again and again, and others read. */
    public static Traffic on(Vote vote) {
        Traffic traffic = new Traffic(vote);
        for (SignedIn voter : vote.community().members()) {
            traffic.keepDoing(Kind.VOTE, voter, () -> traffic.castSomething(voter));
        }
        for (int i = 0; i < READERS; i++) {
            traffic.keepDoing(Kind.READ, null, traffic::readSomething);
        }
        return traffic.flow();
    }

    /** Waits until a good number of requests of both kinds have been answered since now. */
    public Traffic flow() {
        long now = System.nanoTime();
        Waiting.until(
                () -> since(now),
                seen -> count(seen, Kind.VOTE) >= ENOUGH && count(seen, Kind.READ) >= ENOUGH);
        return this;
    }

    /** The requests that were started after {@code instant} and have ended. */
    public List<Exchange> since(long instant) {
        return exchanges.stream().filter(exchange -> exchange.startedAt() > instant).toList();
    }

    public List<Exchange> all() {
        return List.copyOf(exchanges);
    }

    /** Stops and waits for what is under way. */
    @Override
    public void close() {
        stopping = true;
        threads.close();
    }

    private void keepDoing(Kind kind, @Nullable SignedIn voter, Supplier<Reply> request) {
        threads.execute(() -> {
            while (!stopping) {
                exchanges.add(once(kind, voter, request));
            }
        });
    }

    private static Exchange once(Kind kind, @Nullable SignedIn voter, Supplier<Reply> request) {
        long started = System.nanoTime();
        Reply reply;
        try {
            reply = request.get();
        } catch (UncheckedIOException _) {
            reply = null;
        }
        return new Exchange(
                kind, started, Duration.ofNanos(System.nanoTime() - started), voter, reply);
    }

    private Reply castSomething(SignedIn voter) {
        int choice = ThreadLocalRandom.current().nextInt(1, 4);
        return voter.api()
                .trying(1)
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .put(vote.path() + "/ballot", Map.of("choice", choice));
    }

    private Reply readSomething() {
        ApiClient anyone = Platform.anyone().trying(1);
        return switch (ThreadLocalRandom.current().nextInt(4)) {
            case 0 -> anyone.get(vote.path());
            case 1 -> anyone.get(vote.path() + "/tally");
            case 2 -> anyone.get(vote.path() + "/ballots");
            default -> anyone.get("/api/v1/proposals?spaceId=" + vote.community().spaceId());
        };
    }

    private static long count(List<Exchange> seen, Kind kind) {
        return seen.stream().filter(exchange -> exchange.kind() == kind).count();
    }
}
