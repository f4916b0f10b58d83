package com.rechain.dao.proposal.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.platform.cache.Etags;
import com.rechain.dao.platform.paging.Page;
import com.rechain.dao.platform.replica.Freshness;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.proposal.proposal.ProposalAccess;
import com.rechain.dao.proposal.proposal.ProposalState;
import com.rechain.dao.proposal.proposal.SpaceSight;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lists and full-text search, read from the replica; the first pages of what is public come from
 * the cache.
 */
@ApplicationScoped
public class ProposalSearch {
    private final ProposalCaches caches;
    private final ProposalAccess access;
    private final ReplicaReads reads;
    private final Freshness freshness;
    private final ObjectMapper json;
    private final Clock clock;

    ProposalSearch(
            ProposalCaches caches,
            ProposalAccess access,
            ReplicaReads reads,
            Freshness freshness,
            ObjectMapper json,
            Clock clock) {
        this.caches = caches;
        this.access = access;
        this.reads = reads;
        this.freshness = freshness;
        this.json = json;
        this.clock = clock;
    }

    /** The page that {@code filter} asks for, as {@code viewer} may see it. */
    PageOutcome page(ProposalFilter filter, @Nullable UUID viewer) {
        SpaceSight sight =
                filter.spaceId() == null
                        ? SpaceSight.OPEN
                        : access.ofSpace(filter.spaceId(), viewer);
        return switch (sight) {
            case OPEN -> open(filter);
            case MEMBERS -> new PageOutcome.Personal(read(filter, freshness.required()).value());
            case HIDDEN -> new PageOutcome.Hidden();
            case UNDECIDED -> new PageOutcome.Undecided();
        };
    }

    private PageOutcome open(ProposalFilter filter) {
        if (filter.isCommon()) {
            UUID scope = filter.spaceId() == null ? ReadyAnswer.EVERYWHERE : filter.spaceId();
            return new PageOutcome.Shared(
                    caches.list(
                            scope,
                            filter.key(),
                            required -> {
                                Versioned<ReadyAnswer> answer = read(filter, required);
                                return new Versioned<>(
                                        answer.version(), Optional.of(answer.value()));
                            }));
        }
        ReadyAnswer answer = read(filter, freshness.required()).value();
        return filter.own() ? new PageOutcome.Personal(answer) : new PageOutcome.Shared(answer);
    }

    private Versioned<ReadyAnswer> read(ProposalFilter filter, long required) {
        Instant now = clock.instant();
        Versioned<Found> found = reads.read(required, connection -> find(connection, filter, now));
        byte[] bytes = write(found.value().page());
        UUID scope = filter.spaceId() == null ? ReadyAnswer.EVERYWHERE : filter.spaceId();
        return new Versioned<>(
                found.version(),
                new ReadyAnswer(found.value().validUntil(), scope, Etags.of(bytes), bytes));
    }

    private record Found(Page<ProposalSummary> page, Instant validUntil) {}

    private static Found find(Connection connection, ProposalFilter filter, Instant now)
            throws SQLException {
        Page<ProposalSummary> page =
                Page.of(
                        ProposalListQuery.read(connection, filter, now),
                        filter.limit(),
                        last -> ProposalListQuery.cursorAfter(last, filter.sort()));
        // A list by state may gain a row when the state of any proposal changes; another, only the
        // states it shows.
        Instant latest =
                filter.state() == null ? ReadyAnswer.FOREVER : StateBoundary.after(connection, now);
        return new Found(
                page,
                page.items().stream()
                        .flatMap(item -> ProposalState.nextChange(item.timeline(), now).stream())
                        .reduce(latest, (a, b) -> a.isBefore(b) ? a : b));
    }

    private byte[] write(Page<ProposalSummary> page) {
        try {
            return json.writeValueAsBytes(page);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a page is always writable", e);
        }
    }
}
