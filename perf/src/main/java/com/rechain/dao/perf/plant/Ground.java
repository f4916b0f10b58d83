package com.rechain.dao.perf.plant;

import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.devstack.process.Await;
import com.rechain.dao.perf.load.OpenLoop;
import com.rechain.dao.perf.load.PlannedRequest;

import io.vertx.core.http.HttpMethod;

import java.net.URI;
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

/**
 * A space with members, open proposals and a ballot of everybody on each, and the mix of requests
 * that runs over it: cached reads, reads from the replica, votes and comments, so that every part
 * of the platform has something to do.
 */
public final class Ground {
    private static final int MEMBERS = 40;
    private static final int PROPOSALS = 60;
    private static final double BALLOTS_PER_SECOND = 300;
    private static final String PASSWORD = "a password for planted causes only";

    private final List<String> tokens;
    private final UUID space;
    private final List<UUID> proposals;

    private Ground(List<String> tokens, UUID space, List<UUID> proposals) {
        this.tokens = List.copyOf(tokens);
        this.space = space;
        this.proposals = List.copyOf(proposals);
    }

    /** Makes all of it through the public API. */
    public static Ground prepare(URI gateway) throws InterruptedException, ExecutionException {
        ApiClient anyone = ApiClient.of(gateway);
        SignedIn owner = SignedIn.register(anyone, "plant-owner", PASSWORD);
        Reply made =
                owner.api()
                        .post(
                                "/api/v1/spaces",
                                Map.of(
                                        "slug",
                                        "plants",
                                        "name",
                                        "Plants",
                                        "about",
                                        "",
                                        "visibility",
                                        "PUBLIC"))
                        .orFail();
        UUID space = UUID.fromString(made.text("id"));
        List<String> tokens = members(anyone, space);
        List<UUID> proposals = new ArrayList<>();
        for (int i = 0; i < PROPOSALS; i++) {
            proposals.add(publish(owner, space, i));
        }
        for (UUID proposal : proposals) {
            awaitOpen(anyone, proposal);
        }
        Ground ground = new Ground(tokens, space, proposals);
        ground.castAll(gateway);
        return ground;
    }

    /** The n-th request of the mix. */
    public PlannedRequest request(long n) {
        int turn = (int) (n % 20);
        // A fixed stride through people and proposals instead of chance: every run asks the same.
        String token = tokens.get((int) (n * 7 % tokens.size()));
        UUID popular = proposals.get(zipf(n));
        if (turn < 6) {
            return read("/api/v1/proposals/" + popular, token);
        }
        if (turn < 9) {
            return read("/api/v1/proposals?spaceId=%s&limit=20".formatted(space), token);
        }
        if (turn < 13) {
            return read("/api/v1/users/me/ballots?limit=20", token);
        }
        if (turn < 15) {
            return read("/api/v1/proposals/%s/ballots?limit=20".formatted(popular), token);
        }
        if (turn < 16) {
            return read("/api/v1/proposals/%s/tally".formatted(popular), token);
        }
        return turn < 19 ? vote(n, popular) : comment(popular, token);
    }

    List<UUID> proposals() {
        return proposals;
    }

    private PlannedRequest vote(long n, UUID proposal) {
        String choice = "{\"choice\":" + (1 + n / 20 % 3) + "}";
        return PlannedRequest.put(
                "/api/v1/proposals/" + proposal + "/ballot",
                tokens.get((int) (n * 11 % tokens.size())),
                choice);
    }

    private static PlannedRequest comment(UUID proposal, String token) {
        return new PlannedRequest(
                HttpMethod.POST,
                "/api/v1/proposals/" + proposal + "/comments",
                Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"),
                "{\"body\":\"Said while under load.\"}");
    }

    private static PlannedRequest read(String path, String token) {
        return new PlannedRequest(
                HttpMethod.GET, path, Map.of("Authorization", "Bearer " + token), null);
    }

    /** Few are asked for often: with u even in (0, 1), count^u - 1 is spread like Zipf's law. */
    private int zipf(long n) {
        double even = (n * 0.618_033_988_749_895) % 1;
        return Math.min(proposals.size() - 1, (int) (Math.pow(proposals.size(), even) - 1));
    }

    /** Everybody's ballot on everything. */
    private void castAll(URI gateway) {
        long all = (long) tokens.size() * proposals.size();
        try (OpenLoop load = new OpenLoop(gateway)) {
            Duration time = Duration.ofMillis(Math.round(all / BALLOTS_PER_SECOND * 1e3));
            load.run(
                    BALLOTS_PER_SECOND,
                    time,
                    n ->
                            PlannedRequest.put(
                                    "/api/v1/proposals/%s/ballot"
                                            .formatted(
                                                    proposals.get(
                                                            (int)
                                                                    (n
                                                                            / tokens.size()
                                                                            % proposals.size()))),
                                    tokens.get((int) (n % tokens.size())),
                                    "{\"choice\":1}"));
        }
    }

    private static List<String> members(ApiClient anyone, UUID space)
            throws InterruptedException, ExecutionException {
        try (ExecutorService few = Executors.newFixedThreadPool(2)) {
            List<Future<String>> joining = new ArrayList<>();
            for (int i = 0; i < MEMBERS; i++) {
                String handle = "plant-%03d".formatted(i);
                joining.add(
                        few.submit(() -> {
                            SignedIn member = SignedIn.register(anyone, handle, PASSWORD);
                            member.api()
                                    .post("/api/v1/spaces/" + space + "/join", Map.of())
                                    .orFail();
                            return member.accessToken();
                        }));
            }
            List<String> tokens = new ArrayList<>();
            for (Future<String> member : joining) {
                tokens.add(member.get());
            }
            return tokens;
        }
    }

    private static UUID publish(SignedIn owner, UUID space, int number) {
        Map<String, Object> draft =
                Map.of(
                        "spaceId", space,
                        "title", "Planted proposal number %d".formatted(number),
                        "body", "Its body has a few sentences, as many proposals do. ".repeat(12),
                        "system", "basic",
                        "choices", List.of("For", "Against", "Abstain"),
                        "endsAt", Instant.now().plus(Duration.ofHours(3)).toString());
        Reply made = owner.api().post("/api/v1/proposals", draft).orFail();
        UUID id = UUID.fromString(made.text("id"));
        owner.api().post("/api/v1/proposals/" + id + "/publish", Map.of()).orFail();
        return id;
    }

    private static void awaitOpen(ApiClient anyone, UUID proposal) {
        boolean open =
                Await.until(
                        Duration.ofMinutes(2),
                        () ->
                                anyone.get("/api/v1/proposals/" + proposal)
                                        .text("state")
                                        .equals("ACTIVE"));
        if (!open) {
            throw new IllegalStateException(
                    "proposal " + proposal + " did not open within two minutes");
        }
    }
}
