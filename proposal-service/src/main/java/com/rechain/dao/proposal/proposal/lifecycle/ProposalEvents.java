package com.rechain.dao.proposal.proposal.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.platform.event.Outbox;
import com.rechain.dao.proposal.proposal.Proposal;
import com.rechain.dao.proposal.proposal.ProposalOutcome;
import com.rechain.dao.proposal.proposal.Wording;
import com.rechain.dao.tally.rules.Rules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

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
            List<String> labels) {}

    /** {@code proposal.started.v1}. */
    public record Started(UUID proposalId, UUID spaceId, Instant startedAt) {}

    /** {@code proposal.canceled.v1}. */
    public record Canceled(
            UUID proposalId, UUID spaceId, UUID canceledBy, String reason, Instant canceledAt) {}

    /** {@code proposal.concluded.v1}. */
    public record Concluded(
            UUID proposalId, UUID spaceId, ProposalOutcome outcome, Instant concludedAt) {}

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
                        wording.labels()));
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

    private void append(String type, Proposal proposal, Object payload) {
        outbox.append(type, proposal.id(), payload);
    }
}
