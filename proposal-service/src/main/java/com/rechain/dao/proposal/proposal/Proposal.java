package com.rechain.dao.proposal.proposal;

import com.rechain.dao.proposal.proposal.action.Plan;
import com.rechain.dao.tally.rules.Rules;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal put to the members of one space. It moves only through the methods below that are
 * named for what happens to it; each expects that its caller holds the row's lock and has checked
 * that the move is open.
 */
@Entity
@Table(name = "proposal")
public class Proposal {
    @Id private UUID id;

    @Column(name = "space_id", updatable = false)
    private UUID spaceId;

    @Column(updatable = false)
    private long number;

    @Column(name = "author_id", updatable = false)
    private UUID authorId;

    // The only kind there is so far: a question with a fixed set of choices.
    @Column(updatable = false)
    private String kind = "STANDARD";

    @Enumerated(EnumType.STRING)
    private ProposalStatus status = ProposalStatus.DRAFT;

    @Enumerated(EnumType.STRING)
    private @Nullable ProposalOutcome outcome;

    @Embedded private Wording wording;

    @Column(name = "rules_hash")
    private @Nullable String rulesHash;

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

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "canceled_at"))
    @AttributeOverride(name = "by", column = @Column(name = "canceled_by"))
    @AttributeOverride(name = "reason", column = @Column(name = "cancel_reason"))
    private @Nullable Cancellation cancellation;

    @Column(name = "concluded_at")
    private @Nullable Instant concludedAt;

    @Column(name = "actions_hash")
    private @Nullable String actionsHash;

    @Convert(converter = TermsConverter.class)
    @Column
    private @Nullable Terms terms;

    @Embedded private @Nullable Timelock timelock;

    @Embedded private @Nullable Lease lease;

    @Column(name = "executed_at")
    private @Nullable Instant executedAt;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "vetoed_at"))
    @AttributeOverride(name = "by", column = @Column(name = "vetoed_by"))
    @AttributeOverride(name = "reason", column = @Column(name = "veto_reason"))
    private @Nullable Cancellation veto;

    private int signatures;

    @Column(name = "runoff_of", updatable = false)
    private @Nullable UUID runoffOf;

    @Column(name = "runoff_proposal_id")
    private @Nullable UUID runoffProposalId;

    @Embedded private @Nullable MovedEnd movedEnd;

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
        this.wording = wording;
    }

    /** What never changes of a proposal. */
    public record Identity(UUID id, UUID spaceId, long number, UUID authorId) {}

    /** A first draft, at version 0. */
    public static Proposal draft(Identity identity, Wording wording, Instant now) {
        return new Proposal(identity, wording, now);
    }

    /**
     * The draft of the runoff that follows this tie; it is to be published as it is. Both name each
     * other from now on.
     */
    public Proposal runoff(UUID runoffId, long runoffNumber, List<Integer> options, Instant now) {
        require(ProposalStatus.CONCLUDED);
        Instant start = Objects.requireNonNull(wording.startsAt());
        Duration period = Duration.between(start, scheduledEnd());
        Proposal runoff =
                new Proposal(
                        new Identity(runoffId, spaceId, runoffNumber, authorId),
                        Runoff.wording(wording, options, period, now),
                        now);
        runoff.runoffOf = id;
        runoffProposalId = runoffId;
        updatedAt = now;
        return runoff;
    }

    /** Replaces the wording; the one before stays readable as a revision. */
    public void rewrite(Wording next, Instant now) {
        require(ProposalStatus.DRAFT);
        wording = next;
        revision++;
        updatedAt = now;
    }

    /**
     * Freezes the rules, the actions and {@code agreed}, and lets the vote begin at {@code start}.
     */
    public void publish(Rules frozen, Terms agreed, Instant start, Instant now) {
        freeze(frozen, agreed, now);
        open(start, now);
    }

    /** Freezes all that and shows it, so that others can sign it. */
    public void askForSignatures(Rules frozen, Terms agreed, Instant now) {
        freeze(frozen, agreed, now);
        status = ProposalStatus.SIGNING;
    }

    /** Counts the signatures; the caller puts it to the vote when they are enough. */
    public void countSignatures(int count, Instant now) {
        require(ProposalStatus.SIGNING);
        signatures = count;
        updatedAt = now;
    }

    /** Puts what has been frozen to the vote. */
    public void openSigned(Instant start, Instant now) {
        require(ProposalStatus.SIGNING);
        open(start, now);
    }

    private void open(Instant start, Instant now) {
        status = ProposalStatus.PUBLISHED;
        wording = wording.during(start, wording.endsAt());
        publishedAt = now;
        listedAt = now;
        updatedAt = now;
    }

    private void freeze(Rules frozen, Terms agreed, Instant now) {
        require(ProposalStatus.DRAFT);
        wording = wording.under(frozen.canonical());
        rulesHash = frozen.hash();
        terms = agreed;
        actionsHash = plan().isEmpty() ? null : plan().hash();
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

    /** Moves the end of the vote; the one that was published stays known. */
    public void moveEnd(Instant end, Instant decidedAt, Instant now) {
        require(ProposalStatus.PUBLISHED);
        movedEnd = new MovedEnd(scheduledEnd(), decidedAt);
        wording = wording.during(wording.startsAt(), end);
        updatedAt = now;
    }

    private Instant scheduledEnd() {
        return movedEnd == null ? wording.endsAt() : movedEnd.scheduledEndsAt();
    }

    /** Records the certified outcome; what was planned for a success is locked for its time. */
    public void conclude(ProposalOutcome certified, Instant certifiedAt, Instant now) {
        require(ProposalStatus.PUBLISHED);
        status = ProposalStatus.CONCLUDED;
        outcome = certified;
        if (certified == ProposalOutcome.SUCCEEDED && !plan().isEmpty() && terms != null) {
            status = ProposalStatus.TIMELOCKED;
            timelock = terms.lockedAt(certifiedAt);
            lease = new Lease(timelock.eta(), null);
        }
        concludedAt = certifiedAt;
        updatedAt = now;
    }

    /** Calls the proposal off; ballots already cast stay where they are. */
    public void cancel(UUID by, String reason, Instant now) {
        if (status != ProposalStatus.SIGNING && !status.isPendingExecution()) {
            require(ProposalStatus.PUBLISHED);
            outcome = null;
        }
        status = ProposalStatus.CANCELED;
        cancellation = new Cancellation(now, by, reason);
        wakeAt(null, now);
    }

    /** Stops what a success would have brought. */
    public void veto(UUID by, String reason, Instant now) {
        require(ProposalStatus.TIMELOCKED);
        status = ProposalStatus.VETOED;
        veto = new Cancellation(now, by, reason);
        wakeAt(null, now);
    }

    /** Lets nobody but the caller carry out the actions before {@code until}. */
    public void lease(Instant until, Instant now) {
        requirePending();
        lease = new Lease(until, until);
        updatedAt = now;
    }

    /** Ends a lease; the scheduler looks again at {@code next}, if that is given. */
    public void wakeAt(@Nullable Instant next, Instant now) {
        lease = new Lease(next, null);
        updatedAt = now;
    }

    /** Notes that an action failed, which is tried again only when somebody asks for it. */
    public void falter(Instant now) {
        requirePending();
        status = ProposalStatus.FALTERED;
        wakeAt(Objects.requireNonNull(timelock).expiresAt(), now);
    }

    /** Notes that the last action is done. */
    public void execute(Instant now) {
        requirePending();
        status = ProposalStatus.EXECUTED;
        executedAt = now;
        wakeAt(null, now);
    }

    private void requirePending() {
        if (!status.isPendingExecution()) {
            require(ProposalStatus.TIMELOCKED);
        }
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
        return wording;
    }

    /** What decides the state. */
    public Timeline timeline() {
        return new Timeline(
                status, outcome, wording.startsAt(), wording.endsAt(), electorateReadyAt, timelock);
    }

    /** The state at {@code now}. */
    public ProposalState stateAt(Instant now) {
        return ProposalState.at(timeline(), now);
    }

    /** When it was made, published and so on. */
    public History history() {
        return new History(createdAt, updatedAt, publishedAt, startedAt, cancellation, concludedAt);
    }

    /** How its plan stands. */
    public Enactment enactment() {
        return new Enactment(terms, actionsHash, signatures, executedAt, veto);
    }

    /** Who carries out its actions, and when somebody looks at them again. */
    public Lease lease() {
        return lease == null ? Lease.NONE : lease;
    }

    public Plan plan() {
        return wording.plan();
    }

    public @Nullable Timelock timelock() {
        return timelock;
    }

    public @Nullable MovedEnd movedEnd() {
        return movedEnd;
    }

    /** The tie that it follows, and the runoff that follows it. */
    public Links links() {
        return new Links(runoffOf, runoffProposalId);
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

    public String kind() {
        return kind;
    }

    public @Nullable String rulesHash() {
        return rulesHash;
    }

    public Revisions revisions() {
        return new Revisions(revision, publishedRevision, version);
    }
}
