package com.rechain.dao.proposal.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal put to the members of one space. It moves only through {@link #rewrite}, {@link
 * #publish}, {@link #becomeReady}, {@link #start}, {@link #hold}, {@link #conclude} and {@link
 * #cancel}; each expects that its caller holds the row's lock and has checked that the move is
 * open.
 */
@Entity
@Table(name = "proposal")
public class Proposal {
    /** The only kind there is so far: a question with a fixed set of choices. */
    public static final String STANDARD = "STANDARD";

    @Id private UUID id;

    @Column(name = "space_id", updatable = false)
    private UUID spaceId;

    @Column(updatable = false)
    private long number;

    @Column(name = "author_id", updatable = false)
    private UUID authorId;

    @Column(updatable = false)
    private String kind = STANDARD;

    @Enumerated(EnumType.STRING)
    private ProposalStatus status = ProposalStatus.DRAFT;

    @Enumerated(EnumType.STRING)
    private @Nullable ProposalOutcome outcome;

    @Column private String title;
    @Column private String body;

    @Column(name = "voting_system")
    private String system;

    @Convert(converter = TextListConverter.class)
    @Column
    private List<String> choices;

    @Convert(converter = TextListConverter.class)
    @Column
    private List<String> labels;

    private @Nullable String rules;

    @Column(name = "rules_hash")
    private @Nullable String rulesHash;

    @Column(name = "starts_at")
    private @Nullable Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "electorate_ready_at")
    private @Nullable Instant electorateReadyAt;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "listed_at")
    private Instant listedAt;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "published_revision")
    private @Nullable Integer publishedRevision;

    @Column(name = "canceled_at")
    private @Nullable Instant canceledAt;

    @Column(name = "canceled_by")
    private @Nullable UUID canceledBy;

    @Column(name = "cancel_reason")
    private @Nullable String cancelReason;

    @Column(name = "concluded_at")
    private @Nullable Instant concludedAt;

    private int revision = 1;
    @Version private long version;

    /** For Hibernate only. */
    protected Proposal() {}

    private Proposal(Identity identity, Wording wording, Instant now) {
        this.id = identity.id();
        this.spaceId = identity.spaceId();
        this.number = identity.number();
        this.authorId = identity.authorId();
        this.createdAt = now;
        this.updatedAt = now;
        this.listedAt = now;
        this.title = wording.title();
        this.body = wording.body();
        this.system = wording.system();
        this.choices = wording.choices();
        this.labels = wording.labels();
        this.rules = wording.rules();
        this.startsAt = wording.startsAt();
        this.endsAt = wording.endsAt();
    }

    /** What never changes of a proposal. */
    public record Identity(UUID id, UUID spaceId, long number, UUID authorId) {}

    /** A first draft, at version 0. */
    public static Proposal draft(Identity identity, Wording wording, Instant now) {
        return new Proposal(identity, wording, now);
    }

    /** Replaces the wording; the one before stays readable as a revision. */
    public void rewrite(Wording wording, Instant now) {
        require(ProposalStatus.DRAFT);
        title = wording.title();
        body = wording.body();
        system = wording.system();
        choices = wording.choices();
        labels = wording.labels();
        rules = wording.rules();
        startsAt = wording.startsAt();
        endsAt = wording.endsAt();
        revision++;
        updatedAt = now;
    }

    /** Freezes the rules and lets the vote begin at {@code start}. */
    public void publish(String canonicalRules, String hash, Instant start, Instant now) {
        require(ProposalStatus.DRAFT);
        status = ProposalStatus.PUBLISHED;
        rules = canonicalRules;
        rulesHash = hash;
        startsAt = start;
        publishedAt = now;
        publishedRevision = revision;
        listedAt = now;
        updatedAt = now;
    }

    /** Notes that the electorate is frozen, so that the vote may open. */
    public void becomeReady(Instant readyAt, Instant now) {
        require(ProposalStatus.PUBLISHED);
        electorateReadyAt = readyAt;
        updatedAt = now;
    }

    /** Notes that the start has been announced. */
    public void start(Instant opensAt, Instant now) {
        require(ProposalStatus.PUBLISHED);
        startedAt = opensAt;
        updatedAt = now;
    }

    /** Notes that the result is held back until people have looked at it. */
    public void hold(Instant now) {
        require(ProposalStatus.PUBLISHED);
        outcome = ProposalOutcome.HELD;
        updatedAt = now;
    }

    /** Records the certified outcome. */
    public void conclude(ProposalOutcome certified, Instant certifiedAt, Instant now) {
        require(ProposalStatus.PUBLISHED);
        status = ProposalStatus.CONCLUDED;
        outcome = certified;
        concludedAt = certifiedAt;
        updatedAt = now;
    }

    /** Calls the proposal off; ballots already cast stay where they are. */
    public void cancel(UUID by, String reason, Instant now) {
        require(ProposalStatus.PUBLISHED);
        status = ProposalStatus.CANCELED;
        outcome = null;
        canceledBy = by;
        cancelReason = reason;
        canceledAt = now;
        updatedAt = now;
    }

    private void require(ProposalStatus expected) {
        if (status != expected) {
            throw new IllegalStateException(
                    "proposal %s is %s, not %s".formatted(id, status, expected));
        }
    }

    public Identity identity() {
        return new Identity(id, spaceId, number, authorId);
    }

    public Wording wording() {
        return new Wording(title, body, system, choices, labels, rules, startsAt, endsAt);
    }

    /** What decides the state. */
    public Timeline timeline() {
        return new Timeline(status, outcome, startsAt, endsAt, electorateReadyAt);
    }

    /** The state at {@code now}. */
    public ProposalState stateAt(Instant now) {
        return ProposalState.at(timeline(), now);
    }

    /** When it was made, published and so on. */
    public History history() {
        return new History(
                createdAt, updatedAt, publishedAt, startedAt, cancellation(), concludedAt);
    }

    private @Nullable Cancellation cancellation() {
        return canceledAt == null
                ? null
                : new Cancellation(
                        canceledAt,
                        Objects.requireNonNull(canceledBy),
                        Objects.requireNonNull(cancelReason));
    }

    public UUID id() {
        return id;
    }

    public UUID spaceId() {
        return spaceId;
    }

    public UUID authorId() {
        return authorId;
    }

    public ProposalStatus status() {
        return status;
    }

    public @Nullable Instant startedAt() {
        return startedAt;
    }

    public String kind() {
        return kind;
    }

    public @Nullable String rulesHash() {
        return rulesHash;
    }

    public Revisions revisions() {
        return new Revisions(revision, publishedRevision, version);
    }

    public long version() {
        return version;
    }

    public int revision() {
        return revision;
    }
}
