package com.rechain.dao.perf.lab.community;

import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.devstack.process.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * The space that a call of the lab works in, with its members and open proposals, made through the
 * public API before anything is measured.
 */
public final class Community {
    /** Of everybody in the lab; a platform under load holds nothing that is worth a secret. */
    public static final String PASSWORD = "a password for the load lab only";

    private static final Duration VOTING_PERIOD = Duration.ofHours(12);
    private static final Duration OPEN_LIMIT = Duration.ofMinutes(5);
    private static final Duration TOKEN_AGE = Duration.ofMinutes(4);
    private static final int HANDS = 4;

    private final ApiClient anyone;
    private final String prefix;
    private final UUID space;
    private final List<SignedIn> members = new ArrayList<>();
    private Instant signedIn = Instant.EPOCH;

    private Community(ApiClient anyone, String prefix, UUID space) {
        this.anyone = anyone;
        this.prefix = prefix;
        this.space = space;
    }

    /** Makes a space with {@code voters} members; all names begin with {@code prefix}. */
    public static Community create(ApiClient anyone, String prefix, int voters) {
        SignedIn owner = SignedIn.register(anyone, prefix + "-owner", PASSWORD);
        Map<String, String> wanted =
                Map.of(
                        "slug",
                        prefix,
                        "name",
                        "Load lab " + prefix,
                        "about",
                        "Made by ./dao perf run",
                        "visibility",
                        "PUBLIC");
        Reply made = owner.api().post("/api/v1/spaces", wanted).orFail();
        Community community = new Community(anyone, prefix, UUID.fromString(made.text("id")));
        community.members.addAll(
                together(
                        IntStream.range(0, voters)
                                .mapToObj(number -> community.joining(number))
                                .toList()));
        community.signedIn = Instant.now();
        return community;
    }

    public UUID space() {
        return space;
    }

    /** {@code count} of the members, with tokens that hold for the next minutes. */
    public List<Voter> voters(int count) {
        if (Duration.between(signedIn, Instant.now()).compareTo(TOKEN_AGE) > 0) {
            List<SignedIn> again = together(members.stream().map(this::signingIn).toList());
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
        List<UUID> proposals =
                together(
                        IntStream.range(0, count)
                                .mapToObj(number -> publishing(number, topic))
                                .toList());
        for (UUID proposal : proposals) {
            if (!Await.until(OPEN_LIMIT, () -> takesVotes(proposal))) {
                throw new IllegalStateException("proposal %s did not open".formatted(proposal));
            }
        }
        return proposals;
    }

    /** Lets voters cast {@code count} votes on proposals that no test votes on. */
    public void castPriorVotes(int count, int voters) {
        List<Voter> casting = voters(voters);
        List<UUID> on = openProposals((count + voters - 1) / voters, "Votes from before");
        together(
                IntStream.range(0, count)
                        .<Callable<Integer>>mapToObj(
                                n -> () -> cast(casting.get(n % voters), on.get(n / voters)))
                        .toList());
    }

    private Callable<SignedIn> joining(int number) {
        return () -> {
            SignedIn member =
                    SignedIn.register(anyone, "%s-m%05d".formatted(prefix, number), PASSWORD);
            member.api().post("/api/v1/spaces/" + space + "/join", Map.of()).orFail();
            return member;
        };
    }

    private Callable<SignedIn> signingIn(SignedIn member) {
        return () -> SignedIn.signIn(anyone, member.handle() + "@example.org", PASSWORD);
    }

    private Callable<UUID> publishing(int number, String topic) {
        SignedIn author = members.get(number % members.size());
        return () -> {
            Reply draft = author.api().post("/api/v1/proposals", draft(number, topic)).orFail();
            String id = draft.text("id");
            author.api().post("/api/v1/proposals/" + id + "/publish", Map.of()).orFail();
            return UUID.fromString(id);
        };
    }

    private Map<String, Object> draft(int number, String topic) {
        return Map.of(
                "spaceId", space,
                "title", "%s, number %d".formatted(topic, number),
                "body", "Its body has a few sentences, as many proposals do. ".repeat(12),
                "system", "basic",
                "labels", List.of("lab", "part-" + number % 5),
                "endsAt", Instant.now().plus(VOTING_PERIOD).toString());
    }

    private boolean takesVotes(UUID proposal) {
        return anyone.get("/api/v1/proposals/" + proposal).text("state").equals("ACTIVE")
                && anyone.get("/api/v1/proposals/" + proposal + "/tally").succeeded();
    }

    private int cast(Voter voter, UUID proposal) {
        return anyone.as(voter.token())
                .put("/api/v1/proposals/" + proposal + "/ballot", Map.of("choice", 1))
                .orFail()
                .status();
    }

    private static <T> List<T> together(List<Callable<T>> tasks) {
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            List<T> results = new ArrayList<>();
            for (Future<T> task : hands.invokeAll(tasks)) {
                results.add(task.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the set-up failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the set-up was interrupted", e);
        }
    }
}
