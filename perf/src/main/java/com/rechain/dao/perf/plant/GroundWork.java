package com.rechain.dao.perf.plant;

import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.devstack.process.Await;
import com.rechain.dao.perf.load.OpenLoop;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.net.URI;
import java.nio.file.Path;
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

/** Makes a {@link Ground} through the public API. */
public final class GroundWork {
    private static final int MEMBERS = 40;
    private static final int PROPOSALS = 90;
    private static final double BALLOTS_PER_SECOND = 500;
    private static final String CACHE_LIFETIME = "PT1H";
    static final String PASSWORD = "a password for planted causes only";

    private final ApiClient anyone;
    private final SignedIn owner;
    private final UUID space;

    private GroundWork(ApiClient anyone, SignedIn owner, UUID space) {
        this.anyone = anyone;
        this.owner = owner;
        this.space = space;
    }

    /** Starts a platform to make it on. */
    public static OwnPlatform platform(Path root) {
        return OwnPlatform.start(
                root,
                "plant",
                // Entries that were all made in one warm-up must not all expire in a later run.
                usual ->
                        usual.withVariable(
                                ServiceName.PROPOSAL_SERVICE,
                                "DAO_PROPOSAL_CACHE_TTL",
                                CACHE_LIFETIME));
    }

    /** Makes the space, its members, their proposals, and everybody's ballot on each. */
    public static Ground at(URI gateway) throws InterruptedException, ExecutionException {
        ApiClient anyone = ApiClient.of(gateway);
        SignedIn owner = SignedIn.register(anyone, "plant-owner", PASSWORD);
        Map<String, Object> space =
                Map.of("slug", "plants", "name", "Plants", "about", "", "visibility", "PUBLIC");
        UUID id = UUID.fromString(owner.api().post("/api/v1/spaces", space).orFail().text("id"));
        GroundWork work = new GroundWork(anyone, owner, id);
        Ground ground = new Ground(work.members(), id, work.proposals());
        work.castAll(gateway, ground);
        return ground;
    }

    static String handle(int member) {
        return "plant-%03d".formatted(member);
    }

    private List<String> members() throws InterruptedException, ExecutionException {
        try (ExecutorService few = Executors.newFixedThreadPool(2)) {
            List<Future<String>> joining = new ArrayList<>();
            for (int i = 0; i < MEMBERS; i++) {
                String handle = handle(i);
                joining.add(few.submit(() -> join(handle)));
            }
            List<String> tokens = new ArrayList<>();
            for (Future<String> member : joining) {
                tokens.add(member.get());
            }
            return tokens;
        }
    }

    private String join(String handle) {
        SignedIn member = SignedIn.register(anyone, handle, PASSWORD);
        member.api().post("/api/v1/spaces/" + space + "/join", Map.of()).orFail();
        return member.accessToken();
    }

    private List<UUID> proposals() {
        List<UUID> proposals = new ArrayList<>();
        for (int i = 0; i < PROPOSALS; i++) {
            proposals.add(publish(i));
        }
        proposals.forEach(this::awaitOpen);
        return proposals;
    }

    private UUID publish(int number) {
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

    private void awaitOpen(UUID proposal) {
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

    private void castAll(URI gateway, Ground ground) {
        long all = (long) ground.tokens().size() * ground.proposals().size();
        try (OpenLoop load = new OpenLoop(gateway)) {
            Duration time = Duration.ofMillis(Math.round(all / BALLOTS_PER_SECOND * 1e3));
            load.run(BALLOTS_PER_SECOND, time, ground::firstBallot);
        }
    }
}
