package com.rechain.dao.perf.plant;

import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.perf.load.OpenLoop;
import com.rechain.dao.perf.platform.OwnPlatform;
import com.rechain.dao.perf.platform.Space;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Makes a {@link Ground} through the public API. */
public final class GroundWork {
    private static final String SLUG = "plants";
    private static final int MEMBERS = 40;
    private static final int PROPOSALS = 90;
    private static final Duration VOTING_PERIOD = Duration.ofHours(3);
    private static final double BALLOTS_PER_SECOND = 500;
    private static final String CACHE_LIFETIME = "PT1H";

    private GroundWork() {}

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
    public static Ground at(URI gateway) {
        Space space = Space.create(ApiClient.of(gateway), SLUG, "Plants");
        List<String> tokens = space.members(MEMBERS).stream().map(SignedIn::accessToken).toList();
        Ground ground = new Ground(tokens, space.id(), proposals(space));
        castAll(gateway, ground);
        return ground;
    }

    static String handle(int member) {
        return Space.handle(SLUG, member);
    }

    private static List<UUID> proposals(Space space) {
        String end = Instant.now().plus(VOTING_PERIOD).toString();
        return space.openProposals(
                PROPOSALS,
                _ -> space.owner(),
                number -> space.draft("Planted proposal number %d".formatted(number), end));
    }

    private static void castAll(URI gateway, Ground ground) {
        long all = (long) ground.tokens().size() * ground.proposals().size();
        try (OpenLoop load = new OpenLoop(gateway)) {
            Duration time = Duration.ofMillis(Math.round(all / BALLOTS_PER_SECOND * 1e3));
            load.run(BALLOTS_PER_SECOND, time, ground::firstBallot);
        }
    }
}
