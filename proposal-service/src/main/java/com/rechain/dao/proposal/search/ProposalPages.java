package com.rechain.dao.proposal.search;

import com.rechain.dao.platform.answer.AnswerCache;
import com.rechain.dao.platform.answer.AnswerCaches;
import com.rechain.dao.platform.answer.ReadyAnswer;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.proposal.ProposalConfig;
import com.rechain.dao.proposal.proposal.ProposalAccess;
import com.rechain.dao.proposal.proposal.ProposalRow;
import com.rechain.dao.proposal.proposal.ProposalRows;
import com.rechain.dao.proposal.proposal.ProposalState;
import com.rechain.dao.proposal.proposal.ProposalView;
import com.rechain.dao.proposal.proposal.Sight;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Single proposals, read from the replica. What is published is kept as ready bytes; whether a
 * reader may see it is decided for each reader. Drafts are never cached.
 */
@Startup
@ApplicationScoped
public class ProposalPages {
    private static final Duration ABSENT_FOR = Duration.ofSeconds(2);
    private static final int WARMED = 200;

    private final AnswerCache<UUID> proposals;
    private final AnswerCaches answers;
    private final ProposalAccess access;
    private final ReplicaReads reads;
    private final Clock clock;

    ProposalPages(
            AnswerCaches answers,
            ProposalAccess access,
            ReplicaReads reads,
            ProposalConfig config,
            Clock clock) {
        this.answers = answers;
        this.access = access;
        this.reads = reads;
        this.clock = clock;
        proposals =
                answers.create(
                        AnswerCaches.<UUID>named("proposals", "a published proposal")
                                .keyedBy("its id", UUID::fromString)
                                .living(config.cache().ttl())
                                .absentFor(ABSENT_FOR)
                                .upTo(config.cache().maximumBytes())
                                .taggedBy(ProposalTags::ofProposal)
                                .purgingAtTheEdge(ProposalTags.PROPOSAL, ProposalTags.SPACE)
                                .loadedBy(this::load)
                                .oldWithoutPrimary()
                                .warmed(WARMED)
                                .build());
    }

    /** What {@code viewer} gets for the proposal {@code id}. */
    PageOutcome find(UUID id, @Nullable UUID viewer) {
        Optional<ReadyAnswer> published = proposals.find(id);
        if (published.isPresent()) {
            ReadyAnswer answer = published.get();
            return switch (access.ofSpace(answer.scope(), viewer)) {
                case OPEN -> new PageOutcome.Shared(answer);
                case MEMBERS -> new PageOutcome.Personal(answer);
                case HIDDEN -> new PageOutcome.Hidden();
                case UNDECIDED -> new PageOutcome.Undecided();
            };
        }
        return viewer == null ? new PageOutcome.Hidden() : unpublished(id, viewer);
    }

    /** The space of the proposal {@code id} if everyone may see it. */
    public Optional<UUID> openSpace(UUID id) {
        return find(id, null) instanceof PageOutcome.Shared(ReadyAnswer answer)
                ? Optional.of(answer.scope())
                : Optional.empty();
    }

    /** The row of the proposal {@code id} if {@code viewer} may see it, possibly lagging. */
    Sight sight(UUID id, @Nullable UUID viewer) {
        return access.of(reads.read(connection -> ProposalRows.find(connection, id)), viewer);
    }

    private PageOutcome unpublished(UUID id, UUID viewer) {
        return switch (sight(id, viewer)) {
            case Sight.Visible(ProposalRow row) -> new PageOutcome.Personal(answer(row));
            case Sight.Hidden _ -> new PageOutcome.Hidden();
            case Sight.Undecided _ -> new PageOutcome.Undecided();
        };
    }

    private Versioned<Optional<ReadyAnswer>> load(UUID id, long required) {
        Versioned<Optional<ProposalRow>> row =
                reads.read(required, connection -> ProposalRows.find(connection, id));
        return new Versioned<>(
                row.version(),
                row.value()
                        .filter(found -> !found.isDraft())
                        .map(this::answer)
                        .map(ReadyAnswer::compressed));
    }

    private ReadyAnswer answer(ProposalRow row) {
        Instant now = clock.instant();
        ProposalView view = ProposalView.of(row, now);
        return ReadyAnswer.plain(
                ProposalState.nextChange(row.timeline(), now).orElse(ReadyAnswer.FOREVER),
                row.spaceId(),
                view.etag(),
                answers.write(view));
    }
}
