package com.rechain.dao.perf.bench.trial;

import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.client.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** A space with members and open proposals to put load on, made through the public API. */
public final class BenchSpace {
    /** Everybody's. */
    public static final String PASSWORD = "a password for a benchmark only";

    private static final Duration VOTING_PERIOD = Duration.ofHours(2);
    private static final long POLL_NANOS = Duration.ofMillis(100).toNanos();

    private final ApiClient anyone;
    private final SignedIn owner;
    private final UUID id;

    private BenchSpace(ApiClient anyone, SignedIn owner, UUID id) {
        this.anyone = anyone;
        this.owner = owner;
        this.id = id;
    }

    public static BenchSpace create(ApiClient anyone) {
        SignedIn owner = SignedIn.register(anyone, "bench-owner", PASSWORD);
        Reply space =
                owner.api()
                        .post(
                                "/api/v1/spaces",
                                Map.of(
                                        "slug",
                                        "bench",
                                        "name",
                                        "Bench",
                                        "about",
                                        "Load",
                                        "visibility",
                                        "PUBLIC"))
                        .orFail();
        return new BenchSpace(anyone, owner, UUID.fromString(space.text("id")));
    }

    public UUID id() {
        return id;
    }

    /** Registers {@code count} members who join. */
    public List<SignedIn> members(int count) throws InterruptedException, ExecutionException {
        try (ExecutorService few = Executors.newFixedThreadPool(2)) {
            List<Future<SignedIn>> joining = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String handle = "bench-%05d".formatted(i);
                joining.add(few.submit(() -> join(handle)));
            }
            List<SignedIn> members = new ArrayList<>();
            for (Future<SignedIn> member : joining) {
                members.add(member.get());
            }
            return members;
        }
    }

    /** Publishes {@code count} proposals and waits until all are open. */
    public List<UUID> openProposals(int count) {
        List<UUID> proposals = new ArrayList<>();
        Instant end = Instant.now().plus(VOTING_PERIOD);
        for (int i = 0; i < count; i++) {
            Reply draft = owner.api().post("/api/v1/proposals", draft(i, end)).orFail();
            UUID proposal = UUID.fromString(draft.text("id"));
            owner.api().post("/api/v1/proposals/" + proposal + "/publish", Map.of()).orFail();
            proposals.add(proposal);
        }
        proposals.forEach(this::awaitOpen);
        return proposals;
    }

    /** Calls a proposal off, as the owner of the space may. */
    public void cancel(UUID proposal) {
        owner.api()
                .post(
                        "/api/v1/proposals/" + proposal + "/cancel",
                        Map.of("reason", "The benchmark changes something."))
                .orFail();
    }

    private SignedIn join(String handle) {
        SignedIn member = SignedIn.register(anyone, handle, PASSWORD);
        member.api().post("/api/v1/spaces/" + id + "/join", Map.of()).orFail();
        return member;
    }

    private Map<String, Object> draft(int number, Instant end) {
        return Map.of(
                "spaceId", id,
                "title", "Proposal number %d of the benchmark".formatted(number),
                "body", "Its body has a few sentences, as many proposals do. ".repeat(12),
                "system", "basic",
                "choices", List.of("For", "Against", "Abstain"),
                "endsAt", end.toString());
    }

    private void awaitOpen(UUID proposal) {
        long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!anyone.get("/api/v1/proposals/" + proposal).text("state").equals("ACTIVE")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "proposal " + proposal + " did not open within five minutes");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
