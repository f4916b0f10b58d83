package com.rechain.dao.proposal.proposal.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.platform.event.Outbox;
import com.rechain.dao.proposal.proposal.Proposal;
import com.rechain.dao.proposal.proposal.ProposalOutcome;
import com.rechain.dao.proposal.proposal.Terms;
import com.rechain.dao.proposal.proposal.Timelock;
import com.rechain.dao.proposal.proposal.Wording;
import com.rechain.dao.proposal.space.SpaceRole;
import com.rechain.dao.tally.rules.Rules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Announces a proposal's moves to the other services, within the transaction that makes them. */
@ApplicationScoped
public class ProposalEvents {
    private final Outbox outbox;

    ProposalEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** {@code proposal.published.v1}: everything that a vote needs. */
    public record Published(
            UUID proposalId,
            UUID spaceId,
            long number,
            UUID authorId,
            String title,
            String kind,
            String system,
            List<String> choices,
            JsonNode rules,
            String rulesHash,
            Instant startsAt,
            Instant endsAt,
            Instant publishedAt,
            List<String> labels,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode actions,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String actionsHash,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Terms terms,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID runoffOf) {}

    /** {@code proposal.started.v1}. */
    public record Started(UUID proposalId, UUID spaceId, Instant startedAt) {}

    /** {@code proposal.canceled.v1}. */
    public record Canceled(
            UUID proposalId, UUID spaceId, UUID canceledBy, String reason, Instant canceledAt) {}

    /** {@code proposal.concluded.v1}. */
    public record Concluded(
            UUID proposalId, UUID spaceId, ProposalOutcome outcome, Instant concludedAt) {}

    /** {@code proposal.signing-opened.v1}: its content is frozen, and others may sign it. */
    public record SigningOpened(
            UUID proposalId,
            UUID spaceId,
            UUID authorId,
            String title,
            int required,
            SpaceRole role,
            Instant openedAt) {}

    /** {@code proposal.extended.v1}. */
    public record Extended(
            UUID proposalId, UUID spaceId, Instant endsAt, String reason, Instant movedAt) {}

    /** {@code proposal.queued.v1}: it has succeeded, and its actions wait for their time. */
    public record Queued(
            UUID proposalId,
            UUID spaceId,
            String actionsHash,
            Instant challengeEndsAt,
            Instant eta,
            Instant expiresAt) {}

    /** {@code proposal.vetoed.v1}. */
    public record Vetoed(
            UUID proposalId, UUID spaceId, UUID vetoedBy, String reason, Instant vetoedAt) {}

    /** {@code proposal.executed.v1}. */
    public record Executed(UUID proposalId, UUID spaceId, Instant executedAt) {}

    /** {@code proposal.execution-failed.v1}. */
    public record ExecutionFailed(
            UUID proposalId, UUID spaceId, int action, String detail, Instant failedAt) {}

    /** {@code proposal.expired.v1}. */
    public record Expired(UUID proposalId, UUID spaceId, Instant expiredAt) {}

    void published(Proposal proposal, Rules rules, Instant startsAt, Instant now) {
        Proposal.Identity identity = proposal.identity();
        Wording wording = proposal.wording();
        append(
                "proposal.published.v1",
                proposal,
                new Published(
                        identity.id(),
                        identity.spaceId(),
                        identity.number(),
                        identity.authorId(),
                        wording.title(),
                        proposal.kind(),
                        wording.system(),
                        wording.choices(),
                        rules.toJson(),
                        rules.hash(),
                        startsAt,
                        wording.endsAt(),
                        now,
                        wording.labels(),
                        wording.plan().isEmpty() ? null : wording.plan().actionsJson(),
                        proposal.enactment().actionsHash(),
                        proposal.enactment().terms(),
                        proposal.links().runoffOf()));
    }

    void started(Proposal proposal, Instant startedAt) {
        append(
                "proposal.started.v1",
                proposal,
                new Started(proposal.id(), proposal.spaceId(), startedAt));
    }

    void canceled(Proposal proposal, UUID by, String reason, Instant now) {
        append(
                "proposal.canceled.v1",
                proposal,
                new Canceled(proposal.id(), proposal.spaceId(), by, reason, now));
    }

    void concluded(Proposal proposal, ProposalOutcome outcome, Instant concludedAt) {
        append(
                "proposal.concluded.v1",
                proposal,
                new Concluded(proposal.id(), proposal.spaceId(), outcome, concludedAt));
    }

    void signingOpened(Proposal proposal, Terms terms, Instant now) {
        append(
                "proposal.signing-opened.v1",
                proposal,
                new SigningOpened(
                        proposal.id(),
                        proposal.spaceId(),
                        proposal.authorId(),
                        proposal.wording().title(),
                        terms.signOffs(),
                        terms.signRole(),
                        now));
    }

    void extended(Proposal proposal, Instant endsAt, String reason, Instant movedAt) {
        append(
                "proposal.extended.v1",
                proposal,
                new Extended(proposal.id(), proposal.spaceId(), endsAt, reason, movedAt));
    }

    void queued(Proposal proposal, Timelock lock) {
        append(
                "proposal.queued.v1",
                proposal,
                new Queued(
                        proposal.id(),
                        proposal.spaceId(),
                        proposal.plan().hash(),
                        lock.challengeEndsAt(),
                        lock.eta(),
                        lock.expiresAt()));
    }

    void vetoed(Proposal proposal, UUID by, String reason, Instant now) {
        append(
                "proposal.vetoed.v1",
                proposal,
                new Vetoed(proposal.id(), proposal.spaceId(), by, reason, now));
    }

    /** Says that all actions are done. */
    public void executed(Proposal proposal, Instant now) {
        append(
                "proposal.executed.v1",
                proposal,
                new Executed(proposal.id(), proposal.spaceId(), now));
    }

    /** Says that {@code action} failed and is tried again only when somebody asks for it. */
    public void executionFailed(Proposal proposal, int action, String detail, Instant now) {
        append(
                "proposal.execution-failed.v1",
                proposal,
                new ExecutionFailed(proposal.id(), proposal.spaceId(), action, detail, now));
    }

    /** Says that not everything was carried out in time. */
    public void expired(Proposal proposal, Instant expiredAt) {
        append(
                "proposal.expired.v1",
                proposal,
                new Expired(proposal.id(), proposal.spaceId(), expiredAt));
    }

    private void append(String type, Proposal proposal, Object payload) {
        outbox.append(type, proposal.id(), payload);
    }
}
