package com.rechain.dao.perf.plant;

import com.rechain.dao.perf.load.PlannedRequest;
import com.rechain.dao.perf.platform.Space;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A space with members, open proposals and a ballot of everybody on each, and the mix of requests
 * that runs over it: cached reads, reads from the replica, votes and comments, so that every part
 * of the platform has something to do.
 */
public record Ground(List<String> tokens, UUID space, List<UUID> proposals) {
    private static final int TURNS = 20;
    private static final double GOLDEN = 0.618_033_988_749_895;

    public Ground {
        tokens = List.copyOf(tokens);
        proposals = List.copyOf(proposals);
    }

    /** The n-th request of the mix. Strides instead of chance: every run asks the same. */
    public PlannedRequest request(long n) {
        int turn = (int) (n % TURNS);
        UUID popular = proposals.get(zipf(n));
        if (turn < 6) {
            return proposal(n);
        }
        if (turn < 9) {
            return read("/api/v1/proposals?spaceId=%s&limit=20".formatted(space), n);
        }
        if (turn < 13) {
            return myBallots(n);
        }
        if (turn < 15) {
            return read("/api/v1/proposals/%s/ballots?limit=20".formatted(popular), n);
        }
        if (turn < 16) {
            return read("/api/v1/proposals/%s/tally".formatted(popular), n);
        }
        return turn < 19 ? vote(n) : comment(n);
    }

    /** One proposal, from the caches. */
    public PlannedRequest proposal(long n) {
        return read("/api/v1/proposals/" + proposals.get(zipf(n)), n);
    }

    /** The list of the space, from the caches. */
    public PlannedRequest list(long n) {
        return read("/api/v1/proposals?spaceId=%s&limit=20".formatted(space), n);
    }

    /** A member's own ballots, from the replica. */
    public PlannedRequest myBallots(long n) {
        return read("/api/v1/users/me/ballots?limit=20", n);
    }

    /** A changed ballot. */
    public PlannedRequest vote(long n) {
        return PlannedRequest.put(
                "/api/v1/proposals/" + proposals.get(zipf(n)) + "/ballot",
                token(n),
                "{\"choice\":" + (1 + n / TURNS % 3) + "}");
    }

    /** Everybody's first ballot on everything, one after the other. */
    PlannedRequest firstBallot(long n) {
        return PlannedRequest.put(
                "/api/v1/proposals/%s/ballot"
                        .formatted(proposals.get((int) (n / tokens.size() % proposals.size()))),
                tokens.get((int) (n % tokens.size())),
                "{\"choice\":1}");
    }

    /** A comment. */
    public PlannedRequest comment(long n) {
        return PlannedRequest.post(
                "/api/v1/proposals/" + proposals.get(zipf(n)) + "/comments",
                token(n),
                "{\"body\":\"Said while under load.\"}");
    }

    /** A member who signs in. */
    public PlannedRequest login(long n) {
        String handle = GroundWork.handle((int) (n % tokens.size()));
        return PlannedRequest.post(
                "/api/v1/auth/login",
                "{\"email\":\"%s@example.org\",\"password\":\"%s\"}"
                        .formatted(handle, Space.PASSWORD));
    }

    private PlannedRequest read(String path, long n) {
        return new PlannedRequest("GET", path, Map.of("Authorization", "Bearer " + token(n)), null);
    }

    private String token(long n) {
        return tokens.get((int) (n * 7 % tokens.size()));
    }

    /** Few are asked for often: with u even in (0, 1), count^u - 1 is spread like Zipf's law. */
    private int zipf(long n) {
        double even = (n * GOLDEN) % 1;
        return Math.min(proposals.size() - 1, (int) (Math.pow(proposals.size(), even) - 1));
    }
}
