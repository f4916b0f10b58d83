package com.rechain.dao.perf.lab.community;

import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.perf.platform.Space;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * The space that a call of the lab works in, with its members and open proposals, made before
 * anything is measured.
 */
public final class Community {
    private static final Duration VOTING_PERIOD = Duration.ofHours(12);
    private static final Duration TOKEN_AGE = Duration.ofMinutes(4);

    private final ApiClient anyone;
    private final Space space;
    private final List<SignedIn> members = new ArrayList<>();
    private Instant signedIn = Instant.EPOCH;

    private Community(ApiClient anyone, Space space) {
        this.anyone = anyone;
        this.space = space;
    }

    /** Makes a space with {@code voters} members; all names begin with {@code prefix}. */
    public static Community create(ApiClient anyone, String prefix, int voters) {
        Space space = Space.create(anyone, prefix, "Load lab " + prefix);
        Community community = new Community(anyone, space);
        community.members.addAll(space.members(voters));
        community.signedIn = Instant.now();
        return community;
    }

    public UUID space() {
        return space.id();
    }

    /** {@code count} of the members, with tokens that hold for the next minutes. */
    public List<Voter> voters(int count) {
        if (Duration.between(signedIn, Instant.now()).compareTo(TOKEN_AGE) > 0) {
            List<SignedIn> again = Space.together(members.stream().map(this::signingIn).toList());
            members.clear();
            members.addAll(again);
            signedIn = Instant.now();
        }
        return members.subList(0, count).stream()
                .map(member -> new Voter(member.id(), member.accessToken()))
                .toList();
    }

    /** Publishes {@code count} proposals and returns when all of them take votes. */
    public List<UUID> openProposals(int count, String topic) {
        return space.openProposals(
                count,
                number -> members.get(number % members.size()),
                number -> draft(number, topic));
    }

    /** Lets voters cast {@code count} votes on proposals that no test votes on. */
    public void castPriorVotes(int count, int voters) {
        List<Voter> casting = voters(voters);
        List<UUID> on = openProposals((count + voters - 1) / voters, "Votes from before");
        Space.together(
                IntStream.range(0, count)
                        .<Callable<Integer>>mapToObj(
                                n -> () -> cast(casting.get(n % voters), on.get(n / voters)))
                        .toList());
    }

    private Callable<SignedIn> signingIn(SignedIn member) {
        String email = member.handle() + "@example.org";
        return () -> SignedIn.signIn(anyone, email, Space.PASSWORD);
    }

    private Map<String, Object> draft(int number, String topic) {
        Map<String, Object> draft =
                new HashMap<>(
                        space.draft(
                                "%s, number %d".formatted(topic, number),
                                Instant.now().plus(VOTING_PERIOD).toString()));
        draft.put("labels", List.of("lab", "part-" + number % 5));
        return draft;
    }

    private int cast(Voter voter, UUID proposal) {
        return anyone.as(voter.token())
                .put("/api/v1/proposals/" + proposal + "/ballot", Map.of("choice", 1))
                .orFail()
                .status();
    }
}
