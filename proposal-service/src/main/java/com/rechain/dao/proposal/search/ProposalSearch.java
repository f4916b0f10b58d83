package com.rechain.dao.proposal.search;

import com.rechain.dao.platform.answer.AnswerCache;
import com.rechain.dao.platform.answer.AnswerCaches;
import com.rechain.dao.platform.answer.ReadyAnswer;
import com.rechain.dao.platform.cache.Etags;
import com.rechain.dao.platform.paging.Page;
import com.rechain.dao.platform.replica.Freshness;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.proposal.ProposalConfig;
import com.rechain.dao.proposal.proposal.ProposalAccess;
import com.rechain.dao.proposal.proposal.ProposalState;
import com.rechain.dao.proposal.proposal.SpaceSight;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lists and full-text search, read from the replica; the first pages of what is public come from
 * the cache.
 */
@Startup
@ApplicationScoped
public class ProposalSearch {
    private static final int WARMED = 50;

    private final AnswerCache<ListKey> lists;
    private final AnswerCaches answers;
    private final ProposalAccess access;
    private final ReplicaReads reads;
    private final Freshness freshness;
    private final Clock clock;

    ProposalSearch(
            AnswerCaches answers,
            ProposalAccess access,
            ReplicaReads reads,
            Freshness freshness,
            ProposalConfig config,
            Clock clock) {
        this.answers = answers;
        this.access = access;
        this.reads = reads;
        this.freshness = freshness;
        this.clock = clock;
        lists =
                answers.create(
                        AnswerCaches.<ListKey>named("proposal-lists", "a first page of a list")
                                .keyedBy("space, state and order", ListKey::parse)
                                .living(config.cache().ttl())
                                .upTo(config.cache().maximumBytes())
                                .taggedBy(key -> List.of(ProposalTags.lists(key)))
                                .purgingAtTheEdge(ProposalTags.LISTS, ProposalTags.SPACE)
                                .loadedBy(this::load)
                                .oldWithoutPrimary()
                                .warmed(WARMED)
                                .build());
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
            ListKey key = new ListKey(filter.spaceId(), filter.state(), filter.sort());
            return new PageOutcome.Shared(lists.find(key).orElseThrow());
        }
        ReadyAnswer answer = read(filter, freshness.required()).value();
        return filter.own() ? new PageOutcome.Personal(answer) : new PageOutcome.Shared(answer);
    }

    private Versioned<Optional<ReadyAnswer>> load(ListKey key, long required) {
        Versioned<ReadyAnswer> answer = read(key.filter(), required);
        return new Versioned<>(answer.version(), Optional.of(answer.value().compressed()));
    }

    private Versioned<ReadyAnswer> read(ProposalFilter filter, long required) {
        Instant now = clock.instant();
        Versioned<Found> found = reads.read(required, connection -> find(connection, filter, now));
        byte[] bytes = answers.write(found.value().page());
        UUID scope = filter.spaceId() == null ? ReadyAnswer.EVERYWHERE : filter.spaceId();
        return new Versioned<>(
                found.version(),
                ReadyAnswer.plain(found.value().validUntil(), scope, Etags.of(bytes), bytes));
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
}
