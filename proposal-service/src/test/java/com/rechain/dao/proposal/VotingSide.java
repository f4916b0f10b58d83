package com.rechain.dao.proposal;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.test.contract.EventContract;
import com.rechain.dao.test.event.KafkaProbe;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Says on Kafka what the other services would say. */
public final class VotingSide {
    private static final String ZEROS = "0".repeat(64);

    private final KafkaProbe probe;

    public VotingSide(BackingServices backing) {
        probe = new KafkaProbe(backing);
    }

    /** The electorate of the proposal is frozen; returns the event's id. */
    public UUID electorateReady(UUID proposalId, UUID spaceId, Instant readyAt) {
        String payload =
                """
                {"proposalId":"%s","spaceId":"%s","at":"%s","voters":3,"totalWeight":"15","merkleRoot":"%s","readyAt":"%s"}\
                """
                        .formatted(proposalId, spaceId, readyAt, ZEROS, readyAt);
        EventContract.assertKept("electorate.ready.v1", payload);
        return send("voting-events", "electorate.ready.v1", proposalId, payload);
    }

    /** The result is certified. */
    public UUID certified(UUID proposalId, UUID spaceId, String outcome, Instant certifiedAt) {
        return send(
                "voting-events",
                "result.certified.v1",
                proposalId,
                """
                {"proposalId":"%s","spaceId":"%s","outcome":"%s","result":{},"certifiedAt":"%s"}\
                """
                        .formatted(proposalId, spaceId, outcome, certifiedAt));
    }

    /** The end of the vote has moved. */
    public UUID windowMoved(
            UUID proposalId, UUID spaceId, Instant endsAt, String reason, Instant movedAt) {
        String payload =
                """
                {"proposalId":"%s","spaceId":"%s","endsAt":"%s","reason":"%s","movedAt":"%s"}\
                """
                        .formatted(proposalId, spaceId, endsAt, reason, movedAt);
        EventContract.assertKept("vote.window-moved.v1", payload);
        return send("voting-events", "vote.window-moved.v1", proposalId, payload);
    }

    /** The space's settings are these from now on. */
    public UUID spaceChanged(UUID spaceId, String visibility, long version, Instant changedAt) {
        String payload =
                """
                {"spaceId":"%s","slug":"harbour","name":"Harbour","visibility":"%s","version":%d,"changedAt":"%s"}\
                """
                        .formatted(spaceId, visibility, version, changedAt);
        EventContract.assertKept("space.settings-changed.v1", payload);
        return send("user-events", "space.settings-changed.v1", spaceId, payload);
    }

    /** There is a new space. */
    public UUID spaceCreated(UUID spaceId, String visibility, UUID ownerId, Instant createdAt) {
        String payload =
                """
                {"spaceId":"%s","slug":"harbour","name":"Harbour","visibility":"%s","ownerId":"%s","createdAt":"%s"}\
                """
                        .formatted(spaceId, visibility, ownerId, createdAt);
        EventContract.assertKept("space.created.v1", payload);
        return send("user-events", "space.created.v1", spaceId, payload);
    }

    /** Any event, once more or broken. */
    public void send(String topic, UUID eventId, String type, UUID key, String payload) {
        probe.send(
                topic,
                key.toString(),
                payload,
                Map.of(
                        "event-id",
                        eventId.toString(),
                        "event-type",
                        type,
                        "occurred-at",
                        "2026-01-01T00:00:00Z"));
    }

    private UUID send(String topic, String type, UUID key, String payload) {
        UUID eventId = UUID.randomUUID();
        send(topic, eventId, type, key, payload);
        return eventId;
    }
}
