package com.rechain.dao.e2e.support;

import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.client.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** A space of its own with an owner and members, as every test makes one for itself. */
public record Community(UUID spaceId, SignedIn owner, List<SignedIn> members) {
    public static final String PASSWORD = "correct horse battery staple";

    /**
     * A vote that a test sees the end of; long enough for a handful of ballots on a busy machine.
     */
    public static final Duration SHORT = Duration.ofSeconds(20);

    /** Rules under which a vote ends as soon as it is decided. */
    public static final Map<String, Object> UNTIL_DECIDED =
            Map.of(
                    "changeOfVote",
                    "NONE",
                    "delegation",
                    Map.of("depth", "0"),
                    "ending",
                    Map.of("early", true));

    /** Registers an owner and {@code size} members, who all join. */
    public static Community of(int size) {
        ApiClient anyone = Platform.anyone();
        SignedIn owner = SignedIn.register(anyone, freshHandle(), PASSWORD);
        Reply space =
                owner.api()
                        .post(
                                "/api/v1/spaces",
                                Map.of(
                                        "slug",
                                        freshHandle(),
                                        "name",
                                        "A space",
                                        "about",
                                        "For a test",
                                        "visibility",
                                        "PUBLIC"))
                        .orFail();
        UUID spaceId = UUID.fromString(space.text("id"));
        return new Community(spaceId, owner, joined(anyone, spaceId, size));
    }

    /** A name that nobody has. */
    public static String freshHandle() {
        return "u" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
    }

    /** Publishes a basic proposal, which starts at once; its voting is open when this returns. */
    public Vote openVote(Duration votingPeriod) {
        return openVote(votingPeriod, Map.of());
    }

    /** The same with rules of its own. */
    public Vote openVote(Duration votingPeriod, Map<String, Object> rules) {
        return openVote(votingPeriod, "basic", List.of("For", "Against", "Abstain"), rules);
    }

    /** The same of any system. */
    public Vote openVote(
            Duration votingPeriod, String system, List<String> choices, Map<String, Object> rules) {
        return openVote(votingPeriod, system, choices, rules, List.of());
    }

    /** The same about some topics. */
    public Vote openVote(
            Duration votingPeriod,
            String system,
            List<String> choices,
            Map<String, Object> rules,
            List<String> labels) {
        return openDraft(
                votingPeriod,
                Map.of("system", system, "choices", choices, "rules", rules, "labels", labels));
    }

    /** The same with any members of a draft; basic, unless they name a system. */
    public Vote openDraft(Duration votingPeriod, Map<String, Object> members) {
        Map<String, Object> content = new HashMap<>();
        content.put("spaceId", spaceId);
        content.put("title", "Shall we do what the test asks?");
        content.put(
                "body",
                "A body of at least fifty characters, as the limits of a proposal ask for it.");
        content.put("system", "basic");
        content.put("endsAt", Instant.now().plus(votingPeriod).toString());
        content.putAll(members);
        Reply draft = owner.api().post("/api/v1/proposals", content).orFail();
        Vote vote = new Vote(this, UUID.fromString(draft.text("id")));
        owner.api().post(vote.path() + "/publish", Map.of()).orFail();
        return vote.awaitState("ACTIVE");
    }

    private static List<SignedIn> joined(ApiClient anyone, UUID spaceId, int size) {
        try (ExecutorService few = Executors.newFixedThreadPool(2)) {
            List<Future<SignedIn>> joining = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                joining.add(few.submit(() -> join(anyone, spaceId)));
            }
            List<SignedIn> members = new ArrayList<>();
            for (Future<SignedIn> member : joining) {
                members.add(member.get());
            }
            return members;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("not all members could join", e);
        }
    }

    private static SignedIn join(ApiClient anyone, UUID spaceId) {
        SignedIn member = SignedIn.register(anyone, freshHandle(), PASSWORD);
        member.api().post("/api/v1/spaces/" + spaceId + "/join", Map.of()).orFail();
        return member;
    }
}
