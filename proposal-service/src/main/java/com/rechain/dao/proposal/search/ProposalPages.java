package com.rechain.dao.proposal.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.proposal.proposal.ProposalAccess;
import com.rechain.dao.proposal.proposal.ProposalRow;
import com.rechain.dao.proposal.proposal.ProposalRows;
import com.rechain.dao.proposal.proposal.ProposalState;
import com.rechain.dao.proposal.proposal.ProposalView;
import com.rechain.dao.proposal.proposal.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Single proposals, read from the replica. What is published is kept as ready bytes; whether a
 * reader may see it is decided for each reader. Drafts are never cached.
 */
@ApplicationScoped
public class ProposalPages {
    private final ProposalCaches caches;
    private final ProposalAccess access;
    private final ReplicaReads reads;
    private final ObjectMapper json;
    private final Clock clock;

    ProposalPages(
            ProposalCaches caches,
            ProposalAccess access,
            ReplicaReads reads,
            ObjectMapper json,
            Clock clock) {
        this.caches = caches;
        this.access = access;
        this.reads = reads;
        this.json = json;
        this.clock = clock;
    }

    /** What {@code viewer} gets for the proposal {@code id}. */
    PageOutcome find(UUID id, @Nullable UUID viewer) {
        Optional<ReadyAnswer> published = caches.proposal(id, required -> load(id, required));
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
                row.version(), row.value().filter(found -> !found.isDraft()).map(this::answer));
    }

    private ReadyAnswer answer(ProposalRow row) {
        Instant now = clock.instant();
        ProposalView view = ProposalView.of(row, now);
        return new ReadyAnswer(
                ProposalState.nextChange(row.timeline(), now).orElse(ReadyAnswer.FOREVER),
                row.spaceId(),
                view.etag(),
                write(view));
    }

    private byte[] write(ProposalView view) {
        try {
            return json.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view is always writable", e);
        }
    }
}
