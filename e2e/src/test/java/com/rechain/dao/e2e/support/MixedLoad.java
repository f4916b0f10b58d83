package com.rechain.dao.e2e.support;

import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.perf.load.LoadResult;
import com.rechain.dao.perf.load.OpenLoop;
import com.rechain.dao.perf.load.PlannedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * Requests at a fixed rate as members and visitors send them: seven lists and one tally for two
 * ballots. No request is ever repeated: one that fails has failed.
 */
public final class MixedLoad {
    private static final int ROUND = 10;
    private static final Duration PIECE = Duration.ofSeconds(10);

    private final Vote vote;
    private final int rate;
    private long begun;

    private MixedLoad(Vote vote, int rate) {
        this.vote = vote;
        this.rate = rate;
    }

    /** Sends {@code rate} requests a second for {@code duration}, beginning now. */
    public static CompletableFuture<LoadResult> on(Vote vote, int rate, Duration duration) {
        MixedLoad load = new MixedLoad(vote, rate);
        return CompletableFuture.supplyAsync(
                () -> load.run(piece -> piece.took().compareTo(duration) >= 0),
                Executors.newVirtualThreadPerTaskExecutor());
    }

    /**
     * Does something while {@code rate} requests a second are sent, from before it until it is done
     * and at least {@code requests} have been sent.
     */
    public static LoadResult during(Vote vote, int rate, long requests, Runnable disruption) {
        MixedLoad load = new MixedLoad(vote, rate);
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Waiting.until(vote::tally, Reply::succeeded);
            Future<?> disrupting = thread.submit(disruption);
            LoadResult result = load.run(so -> disrupting.isDone() && so.sent() >= requests);
            disrupting.get();
            return result;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the disruption itself failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private LoadResult run(Predicate<LoadResult> enough) {
        try (OpenLoop loop = new OpenLoop(Platform.url())) {
            LoadResult all = piece(loop);
            while (!enough.test(all)) {
                all = all.plus(piece(loop));
            }
            return all;
        }
    }

    private LoadResult piece(OpenLoop loop) {
        long offset = begun;
        LoadResult piece = loop.run(rate, PIECE, number -> request(offset + number));
        begun += piece.sent();
        return piece;
    }

    /** What a load did, in a line. */
    public static String line(String what, LoadResult result) {
        return "%-44s %6d requests, %d failed %s, p50 %.0f ms, p99 %.0f ms, longest %.0f ms"
                .formatted(
                        what,
                        result.sent(),
                        result.failed(),
                        result.statuses(),
                        result.millis(50),
                        result.millis(99),
                        result.millis(100));
    }

    private PlannedRequest request(long number) {
        return switch ((int) (number % ROUND)) {
            case 0, 5 -> told("ballot", ballot(number));
            case 1 -> told("tally", PlannedRequest.get(vote.path() + "/tally"));
            default -> told("list", PlannedRequest.get(lists()));
        };
    }

    private String lists() {
        return "/api/v1/proposals?spaceId=" + vote.community().spaceId();
    }

    /** Prints what a failure said: its status alone does not tell who gave up on it. */
    private static PlannedRequest told(String what, PlannedRequest request) {
        return request.andThen(answer -> {
            if (answer.status() / 100 != 2) {
                System.out.printf(
                        "%s a %s was answered %s%n",
                        Instant.now(), what, answer.head().replace("\r\n", "; "));
            }
        });
    }

    private PlannedRequest ballot(long number) {
        List<SignedIn> voters = vote.community().members();
        SignedIn voter = voters.get((int) (number / ROUND % voters.size()));
        return new PlannedRequest(
                "PUT",
                vote.path() + "/ballot",
                Map.of(
                        "Authorization",
                        "Bearer " + voter.accessToken(),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        vote.proposalId() + "-" + number),
                "{\"choice\":" + (1 + number % 3) + "}");
    }
}
