package com.rechain.dao.perf.bench.trial;

import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.perf.platform.Space;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The space that a row puts load on. */
public final class BenchSpace {
    private static final Duration VOTING_PERIOD = Duration.ofHours(2);

    private final Space space;

    private BenchSpace(Space space) {
        this.space = space;
    }

    public static BenchSpace create(ApiClient anyone) {
        return new BenchSpace(Space.create(anyone, "bench", "Bench"));
    }

    public UUID id() {
        return space.id();
    }

    /** Registers {@code count} members who join. */
    public List<SignedIn> members(int count) {
        return space.members(count);
    }

    /** Publishes {@code count} proposals and waits until all are open. */
    public List<UUID> openProposals(int count) {
        String end = Instant.now().plus(VOTING_PERIOD).toString();
        return space.openProposals(
                count,
                _ -> space.owner(),
                number ->
                        space.draft("Proposal number %d of the benchmark".formatted(number), end));
    }

    /** Calls a proposal off, as the owner of the space may. */
    public void cancel(UUID proposal) {
        space.owner()
                .api()
                .post(
                        "/api/v1/proposals/" + proposal + "/cancel",
                        Map.of("reason", "The benchmark changes something."))
                .orFail();
    }
}
