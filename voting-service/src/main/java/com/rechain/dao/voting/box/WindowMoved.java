package com.rechain.dao.voting.box;

import com.rechain.dao.platform.event.OutboxMessage;
import com.rechain.dao.platform.id.Ids;
import java.time.Instant;
import java.util.UUID;

/**
 * The payload of vote.window-moved.v1.
 *
 * @param endsAt the end from now on
 */
public record WindowMoved(
        UUID proposalId, UUID spaceId, Instant endsAt, Reason reason, Instant movedAt) {
    public static final String TYPE = "vote.window-moved.v1";

    /** The event as it is put in the outbox. */
    public OutboxMessage message() {
        String payload =
                "{\"proposalId\":\"%s\",\"spaceId\":\"%s\",\"endsAt\":\"%s\",\"reason\":\"%s\",\"movedAt\":\"%s\"}"
                        .formatted(proposalId, spaceId, endsAt, reason, movedAt);
        return new OutboxMessage(Ids.next(), TYPE, proposalId, movedAt, null, payload);
    }

    /** Why an end has moved. */
    public enum Reason {
        /** A late ballot reached the quorum. */
        EXTENDED,
        /** Nothing that was still to come could have changed the outcome. */
        DECIDED,
        /** So much was in favour that the rules let the vote end at once. */
        SUPER_QUORUM
    }
}
