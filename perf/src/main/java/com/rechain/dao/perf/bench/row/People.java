package com.rechain.dao.perf.bench.row;

import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.perf.bench.trial.BenchSpace;
import com.rechain.dao.perf.load.PlannedRequest;
import com.rechain.dao.perf.platform.OwnPlatform;
import com.rechain.dao.perf.platform.Space;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;

/** People who read, vote, sign in and write proposals: the mix of requests that a platform gets. */
final class People {
    private static final int MEMBERS = 200;
    private static final int PROPOSALS = 200;

    private final List<SignedIn> members;
    private final PlannedRequest list;
    private final VotesRow.Numbering votes;
    private final String draft;
    private long created;
    private long signedIn;

    private People(BenchSpace space, List<SignedIn> members, List<UUID> proposals) {
        this.members = members;
        list = PlannedRequest.get("/api/v1/proposals?spaceId=" + space.id()).ofKind("list");
        votes = new VotesRow.Numbering(VotesRow.plan(members, proposals));
        draft =
                """
                {"spaceId":"%s","title":"A draft of the mix","body":"Its body is short, but long enough to be taken for a proposal.","system":"basic",\
                "choices":["For","Against","Abstain"],"endsAt":"%s"}\
                """
                        .formatted(space.id(), Instant.now().plus(Duration.ofHours(6)));
    }

    static People of(OwnPlatform platform) {
        BenchSpace space = BenchSpace.create(platform.anyone());
        List<SignedIn> members = space.members(MEMBERS);
        return new People(space, members, space.openProposals(PROPOSALS));
    }

    /** Of a hundred requests 90 lists, 8 votes, a sign-in and a new draft. */
    LongFunction<PlannedRequest> mix() {
        return mix(100);
    }

    /** The same with a sign-in only once in {@code every} requests, and a list in its place. */
    LongFunction<PlannedRequest> mix(int every) {
        return n -> {
            int of = (int) (n % 100);
            if (of == 99) {
                return draft();
            }
            if (n % every == 50) {
                return login();
            }
            return of % 12 == 5 ? votes.next(n).ofKind("vote") : list;
        };
    }

    /**
     * To warm up with: what is seldom in the mix gets compiled within minutes, not hours. Of a
     * hundred requests 58 lists, 30 votes, 2 sign-ins and 10 new drafts.
     */
    LongFunction<PlannedRequest> mostlyWrites() {
        return n -> {
            int of = (int) (n % 50);
            if (of == 25) {
                return login();
            }
            return switch (of % 10) {
                case 0 -> draft();
                case 2, 4, 8 -> votes.next(n).ofKind("vote");
                default -> list;
            };
        };
    }

    private PlannedRequest draft() {
        SignedIn author = members.get((int) (created++ % members.size()));
        return PlannedRequest.post("/api/v1/proposals", author.accessToken(), draft)
                .ofKind("create");
    }

    private PlannedRequest login() {
        SignedIn member = members.get((int) (signedIn++ % members.size()));
        return login(member);
    }

    /** Somebody signs in once more. */
    static PlannedRequest login(SignedIn member) {
        return PlannedRequest.post(
                        "/api/v1/auth/login",
                        "{\"email\":\"%s@example.org\",\"password\":\"%s\"}"
                                .formatted(member.handle(), Space.PASSWORD))
                .ofKind("login");
    }
}
