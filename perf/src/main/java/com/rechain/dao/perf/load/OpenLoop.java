package com.rechain.dao.perf.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * Sends requests at a fixed rate from the thread that calls it. Latency counts from the instant at
 * which a request was due, so a server that stalls is charged for every request it kept waiting (no
 * coordinated omission). Plain sockets and no pipelining: what is measured shares its processors
 * with the generator, which must therefore cost little.
 */
public final class OpenLoop implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 256;
    private static final int CONNECTED_AT_ONCE = 100;
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final long COARSE_NANOS = 2_000_000;
    private static final long FINE_NANOS = 30_000;
    private static final Duration STRAGGLERS = Duration.ofSeconds(15);

    private final Selector selector;
    private final InetSocketAddress target;
    private final String host;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Set<Connection> all = new HashSet<>();
    private final Deque<Due> waiting = new ArrayDeque<>();
    private final LoadRun nothing = new LoadRun(1, 0);
    private boolean inTurn;
    private int lost;

    public OpenLoop(URI target) {
        int port = target.getPort() < 0 ? 80 : target.getPort();
        this.target = new InetSocketAddress(target.getHost(), port);
        this.host = target.getAuthority();
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends {@code rate} requests a second for {@code duration}; the n-th is {@code plan.apply(n)}.
     */
    public LoadResult run(double rate, Duration duration, LongFunction<PlannedRequest> plan) {
        LoadRun run = new LoadRun(rate, Math.round(rate * duration.toMillis() / 1e3));
        while (!run.allSent()) {
            run.sendWhatIsDue((number, at) -> send(new Due(plan.apply(number), at), run));
            await(run.nanosUntilNext(), run);
        }
        long deadline = System.nanoTime() + STRAGGLERS.toNanos();
        while (!run.allAnswered() && System.nanoTime() < deadline) {
            await(COARSE_NANOS * 10, run);
        }
        abandon(run);
        return run.result();
    }

    /**
     * Opens {@code count} connections, which take turns from now on, as many users do who each
     * think between two requests.
     *
     * @throws IllegalStateException when the target does not take them
     */
    public void connect(int count) {
        inTurn = true;
        for (int open = 0; open < count; open += CONNECTED_AT_ONCE) {
            int some = Math.min(CONNECTED_AT_ONCE, count - open);
            try {
                for (int i = 0; i < some; i++) {
                    idle.addLast(connect());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            awaitConnected();
        }
    }

    /** How many connections have ended that the target should have kept. */
    public int lost() {
        await(0, nothing);
        return lost;
    }

    /** Ends all connections. */
    @Override
    public void close() {
        all.forEach(Connection::close);
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitConnected() {
        long deadline = System.nanoTime() + CONNECTING.toNanos();
        while (!all.stream().allMatch(Connection::connected)) {
            if (System.nanoTime() > deadline || lost > 0) {
                throw new IllegalStateException(
                        host + " did not take more than " + all.size() + " connections");
            }
            await(FINE_NANOS, nothing);
        }
    }

    private void await(long nanos, LoadRun run) {
        try {
            if (nanos > COARSE_NANOS) {
                selector.select(key -> ready(key, run), nanos / 1_000_000 - 1);
            } else if (selector.selectNow(key -> ready(key, run)) == 0 && nanos > 0) {
                // The kernel's own wait has a resolution of a millisecond, which is longer than
                // many an answer takes. Without a request under way nothing but the time is waited
                // for.
                LockSupport.parkNanos(run.underWay() ? Math.min(nanos, FINE_NANOS) : nanos);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(Due due, LoadRun run) {
        Connection free = idle.pollFirst();
        if (free == null && all.size() >= MOST_CONNECTIONS) {
            waiting.addLast(due);
            return;
        }
        try {
            Connection connection = free == null ? connect() : free;
            start(connection, due, run);
        } catch (IOException _) {
            run.record(due, new Answer(0, ""));
        }
    }

    private Connection connect() throws IOException {
        Connection made = new Connection(selector, target);
        all.add(made);
        return made;
    }

    private void start(Connection connection, Due due, LoadRun run) {
        try {
            connection.send(due, due.request().bytes(host));
        } catch (IOException _) {
            drop(connection, run);
        }
    }

    private void ready(SelectionKey key, LoadRun run) {
        Connection connection = (Connection) key.attachment();
        try {
            connection.proceed();
            Answer answer = connection.readable() ? connection.read(buffer) : null;
            if (answer != null) {
                answered(connection, answer, run);
            }
        } catch (IOException | MalformedAnswerException _) {
            drop(connection, run);
        }
    }

    private void answered(Connection connection, Answer answer, LoadRun run) {
        Due due = connection.takeDue();
        if (due != null) {
            run.record(due, answer);
        }
        if (!connection.open()) {
            lost++;
            all.remove(connection);
            sendWaiting(run);
        } else if (waiting.isEmpty() && inTurn) {
            idle.addLast(connection);
        } else if (waiting.isEmpty()) {
            idle.addFirst(connection);
        } else {
            start(connection, waiting.removeFirst(), run);
        }
    }

    private void drop(Connection connection, LoadRun run) {
        connection.close();
        lost++;
        all.remove(connection);
        idle.remove(connection);
        Due due = connection.takeDue();
        if (due != null) {
            run.record(due, new Answer(0, ""));
        }
        sendWaiting(run);
    }

    private void sendWaiting(LoadRun run) {
        if (!waiting.isEmpty()) {
            send(waiting.removeFirst(), run);
        }
    }

    /** What has no answer when the time is up got none. */
    private void abandon(LoadRun run) {
        while (!waiting.isEmpty()) {
            run.record(waiting.removeFirst(), new Answer(0, ""));
        }
        for (Connection connection : Set.copyOf(all)) {
            if (!connection.idle()) {
                drop(connection, run);
            }
        }
    }
}
