package com.rechain.dao.test.fake;

import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A space of {@link FakeUserService} with its members, their roles and their weights over time. */
public final class FakeSpace {
    private final UUID id;
    private final String visibility;
    private final Map<String, String> roles = new ConcurrentHashMap<>();
    // By text: the order of user ids in an electorate is that of their bytes.
    private final ConcurrentNavigableMap<String, NavigableMap<Instant, BigInteger>> weights =
            new ConcurrentSkipListMap<>();
    private final List<String> delegations = new CopyOnWriteArrayList<>();

    private final Map<String, String> orders = new ConcurrentHashMap<>();
    private volatile int orderStatus = 200;
    private volatile String refused = "";
    private volatile long settingsVersion;
    private volatile String settings =
            """
            {"proposing":{"role":"MEMBER","actionsRole":"MEMBER","threshold":"0"},"signOffs":{"count":0,"role":"MEMBER"},\
            "timelock":{"challengeSeconds":0,"minDelaySeconds":0,"graceSeconds":1209600,"vetoRoles":["GUARDIAN"]},\
            "onlyByProposal":false}\
            """;

    FakeSpace(UUID id, String visibility) {
        this.id = id;
        this.visibility = visibility;
    }

    public UUID id() {
        return id;
    }

    /** A new plain member with a weight that always was. */
    public UUID aMember(long weight) {
        return aMember("MEMBER", weight);
    }

    public UUID aMember(String role, long weight) {
        UUID userId = UUID.randomUUID();
        add(userId, role, BigInteger.valueOf(weight));
        return userId;
    }

    /** Makes a user a member, or changes role and weight from the beginning of time. */
    public void add(UUID userId, String role, BigInteger weight) {
        roles.put(userId.toString(), role);
        weigh(userId, Instant.EPOCH, weight);
    }

    /** Sets the weight from an instant on. */
    public void weigh(UUID userId, Instant effectiveAt, BigInteger weight) {
        weights.computeIfAbsent(userId.toString(), _ -> new ConcurrentSkipListMap<>())
                .put(effectiveAt, weight);
    }

    /**
     * Gives a part of a member's weight to another, from the beginning of time.
     *
     * @param scope in one word: SPACE, TOPIC:label or PROPOSAL:id
     */
    public void delegate(UUID from, UUID to, String scope, int basisPoints) {
        delegations.add(
                "{\"delegatorId\":\"%s\",\"delegateId\":\"%s\",\"scope\":\"%s\",\"basisPoints\":%d}"
                        .formatted(from, to, scope, basisPoints));
    }

    /** Ends the membership; past weights stay. */
    public void remove(UUID userId) {
        roles.remove(userId.toString());
        weigh(userId, Instant.now(), BigInteger.ZERO);
    }

    String delegations() {
        return "{\"delegations\":[%s],\"next\":null}".formatted(String.join(",", delegations));
    }

    /** From now on these settings hold, in the form that user-service gives them out in. */
    public synchronized void settle(String json) {
        settings = json;
        settingsVersion++;
    }

    /** The orders that were carried out, by execution id, as JSON. */
    public Map<String, String> orders() {
        return orders;
    }

    /** From now on orders are answered with this status; 200 carries them out. */
    public void answerOrdersWith(int status) {
        orderStatus = status;
    }

    /** From now on changes of settings that contain this text could not be carried out. */
    public void refuseChanges(String text) {
        refused = text;
    }

    boolean refuses(String changes) {
        return !refused.isEmpty() && changes.contains(refused);
    }

    int order(String executionId, String body) {
        if (orderStatus == 200) {
            orders.putIfAbsent(executionId, body);
        }
        return orderStatus;
    }

    String weightJson(UUID userId, Instant before) {
        return "{\"weight\":\"%s\"}"
                .formatted(weightAt(userId.toString(), before.minus(1, ChronoUnit.MICROS)));
    }

    String settingsJson() {
        return "{\"version\":%d,\"sha256\":\"%s\",\"settings\":%s}"
                .formatted(settingsVersion, "0".repeat(64), settings);
    }

    String json() {
        String slug = "space-" + id.toString().substring(24);
        return "{\"id\":\"%s\",\"slug\":\"%s\",\"name\":\"%s\",\"visibility\":\"%s\",\"status\":\"ACTIVE\"}"
                .formatted(id, slug, slug, visibility);
    }

    Optional<String> member(UUID userId) {
        String key = userId.toString();
        return Optional.ofNullable(roles.get(key))
                .map(role ->
                        "{\"userId\":\"%s\",\"role\":\"%s\",\"weight\":\"%s\"}"
                                .formatted(key, role, weightAt(key, Instant.now())));
    }

    /** Who may vote with what weight at an instant, after the given user id. */
    List<Map.Entry<String, BigInteger>> electorate(Instant at, String after) {
        return weights.tailMap(after, false).keySet().stream()
                .map(user -> Map.entry(user, weightAt(user, at)))
                .filter(entry -> entry.getValue().signum() > 0)
                .toList();
    }

    private BigInteger weightAt(String user, Instant at) {
        NavigableMap<Instant, BigInteger> checkpoints = weights.get(user);
        Map.Entry<Instant, BigInteger> found =
                checkpoints == null ? null : checkpoints.floorEntry(at);
        return found == null ? BigInteger.ZERO : found.getValue();
    }
}
