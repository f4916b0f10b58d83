package com.rechain.dao.voting.writer;

import com.rechain.dao.platform.request.TraceContext;
import com.rechain.dao.platform.telemetry.Step;
import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.json.Sha256;
import com.rechain.dao.voting.box.Box;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ballot on its way into the box: valid in itself, not decided yet.
 *
 * @param choice canonical text of a choice that is valid under the box's frozen rules
 * @param receivedAt the instant that decides whether it is in time
 * @param nonce 32 hexadecimal digits of chance
 * @param request the request's idempotency key, if it came with one
 * @param traceparent the trace its event belongs to
 */
public record Cast(
        Box box,
        UUID voterId,
        String choice,
        @Nullable String reason,
        @Nullable String reasonHash,
        Instant receivedAt,
        String nonce,
        @Nullable KeyedRequest request,
        @Nullable String traceparent) {

    public Cast(
            Box box,
            UUID voterId,
            Choice choice,
            @Nullable String reason,
            Instant receivedAt,
            @Nullable KeyedRequest request,
            @Nullable String traceparent) {
        this(
                box,
                voterId,
                choice.canonical(),
                reason,
                reason == null ? null : Sha256.hex(reason),
                receivedAt,
                Nonces.next(),
                request,
                traceparent);
    }

    /** The same, its event following {@code step}. */
    Cast within(Step step) {
        return step.trace().map(TraceContext::traceparent).map(this::under).orElse(this);
    }

    private Cast under(String parent) {
        return new Cast(
                box, voterId, choice, reason, reasonHash, receivedAt, nonce, request, parent);
    }

    public BallotKey key() {
        return new BallotKey(box.proposalId(), voterId);
    }
}
