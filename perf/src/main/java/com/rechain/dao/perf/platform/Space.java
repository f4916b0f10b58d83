package com.rechain.dao.perf.platform;

import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.devstack.process.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A space to put load on, with members and open proposals, made through the public API. All names
 * begin with its slug.
 */
public final class Space {
    /** Everybody's; a platform under load holds nothing that is worth a secret. */
    public static final String PASSWORD = "a password for load only";

    private static final String BODY =
            "Its body has a few sentences, as many proposals do. ".repeat(12);
    private static final Duration OPEN_LIMIT = Duration.ofMinutes(5);
    private static final int HANDS = 4;

    private final ApiClient anyone;
    private final String slug;
    private final SignedIn owner;
    private final UUID id;

    private Space(ApiClient anyone, String slug, SignedIn owner, UUID id) {
        this.anyone = anyone;
        this.slug = slug;
        this.owner = owner;
        this.id = id;
    }

    /** Makes a public one, and who owns it. */
    public static Space create(ApiClient anyone, String slug, String name) {
        SignedIn owner = SignedIn.register(anyone, slug + "-owner", PASSWORD);
        Map<String, String> wanted =
                Map.of("slug", slug, "name", name, "about", "Load", "visibility", "PUBLIC");
        Reply made = owner.api().post("/api/v1/spaces", wanted).orFail();
        return new Space(anyone, slug, owner, UUID.fromString(made.text("id")));
    }

    public UUID id() {
        return id;
    }

    public SignedIn owner() {
        return owner;
    }

    /** Registers {@code count} members who join. */
    public List<SignedIn> members(int count) {
        return together(
                IntStream.range(0, count)
                        .<Callable<SignedIn>>mapToObj(number -> () -> join(number))
                        .toList());
    }

    /** What the n-th member is called. */
    public static String handle(String slug, int member) {
        return "%s-m%05d".formatted(slug, member);
    }

    /** What every draft says, for more to be added. */
    public Map<String, Object> draft(String title, String endsAt) {
        return Map.of(
                "spaceId",
                id,
                "title",
                title,
                "body",
                BODY,
                "system",
                "basic",
                "choices",
                List.of("For", "Against", "Abstain"),
                "endsAt",
                endsAt);
    }

    /** Publishes {@code count} proposals and returns when all of them take votes. */
    public List<UUID> openProposals(
            int count, IntFunction<SignedIn> author, IntFunction<Map<String, Object>> draft) {
        List<UUID> proposals =
                together(
                        IntStream.range(0, count)
                                .<Callable<UUID>>mapToObj(
                                        n -> () -> publish(author.apply(n), draft.apply(n)))
                                .toList());
        for (UUID proposal : proposals) {
            if (!Await.until(OPEN_LIMIT, () -> takesVotes(proposal))) {
                throw new IllegalStateException("proposal %s did not open".formatted(proposal));
            }
        }
        return proposals;
    }

    /** Does all of it, some at a time; results come in the order of the tasks. */
    public static <T> List<T> together(List<Callable<T>> tasks) {
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

    private SignedIn join(int number) {
        SignedIn member = SignedIn.register(anyone, handle(slug, number), PASSWORD);
        member.api().post("/api/v1/spaces/" + id + "/join", Map.of()).orFail();
        return member;
    }

    private static UUID publish(SignedIn author, Map<String, Object> draft) {
        String id = author.api().post("/api/v1/proposals", draft).orFail().text("id");
        author.api().post("/api/v1/proposals/" + id + "/publish", Map.of()).orFail();
        return UUID.fromString(id);
    }

    private boolean takesVotes(UUID proposal) {
        return anyone.get("/api/v1/proposals/" + proposal).text("state").equals("ACTIVE")
                && anyone.get("/api/v1/proposals/" + proposal + "/tally").succeeded();
    }
}
