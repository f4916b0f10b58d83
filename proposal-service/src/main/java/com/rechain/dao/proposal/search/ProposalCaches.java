package com.rechain.dao.proposal.search;

import com.rechain.dao.platform.cache.CacheEntry;
import com.rechain.dao.platform.cache.CacheRegistry;
import com.rechain.dao.platform.cache.CacheSpec;
import com.rechain.dao.platform.cache.TwoTierCache;
import com.rechain.dao.platform.replica.Freshness;
import com.rechain.dao.platform.replica.PrimaryTime;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.platform.time.Micros;
import com.rechain.dao.proposal.ProposalConfig;
import com.rechain.dao.proposal.proposal.ProposalMoved;
import com.rechain.dao.proposal.space.SpaceChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;

/**
 * The public answers, kept ready. An answer is never given out after a commit of ours that changes
 * it, nor past the instant at which a state in it changes by itself. Lists are not invalidated one
 * by one: each scope has a stamp, and a list counts only while it is newer than the stamp of its
 * scope.
 */
@ApplicationScoped
public class ProposalCaches {
    private static final Duration NEGATIVE_TTL = Duration.ofSeconds(2);
    private static final byte[] STAMP = {1};

    private final TwoTierCache proposals;
    private final TwoTierCache lists;
    private final TwoTierCache stamps;
    private final ReplicaReads reads;
    private final Freshness freshness;
    private final PrimaryTime time;
    private final Clock clock;

    ProposalCaches(
            CacheRegistry caches,
            ReplicaReads reads,
            Freshness freshness,
            PrimaryTime time,
            Clock clock,
            ProposalConfig config) {
        Duration ttl = config.cache().ttl();
        long size = config.cache().size();
        proposals = caches.create(new CacheSpec("proposals", ttl, NEGATIVE_TTL, size));
        lists = caches.create(new CacheSpec("proposal-lists", ttl, NEGATIVE_TTL, size));
        stamps =
                caches.create(
                        new CacheSpec(
                                "proposal-list-stamps", ttl.multipliedBy(10), NEGATIVE_TTL, size));
        this.reads = reads;
        this.freshness = freshness;
        this.time = time;
        this.clock = clock;
    }

    /**
     * The proposal's answer, made by {@code loader} where there is none; empty for what is not
     * public.
     */
    Optional<ReadyAnswer> proposal(UUID id, LongFunction<Versioned<Optional<ReadyAnswer>>> loader) {
        return valid(proposals, id.toString(), freshness.required(), loader);
    }

    /** The list {@code query} of {@code scope}, made by {@code loader} where there is none. */
    ReadyAnswer list(
            UUID scope, String query, LongFunction<Versioned<Optional<ReadyAnswer>>> loader) {
        long required = Math.max(freshness.required(), stampOf(scope));
        return valid(lists, scope + " " + query, required, loader).orElseThrow();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProposalMoved moved) {
        if (moved.transition().isPublic()) {
            long now = now();
            proposals.invalidate(moved.proposalId().toString(), now);
            stamps.invalidate(moved.spaceId().toString(), now);
            stamps.invalidate(ReadyAnswer.EVERYWHERE.toString(), now);
        }
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) SpaceChanged changed) {
        stamps.invalidate(ReadyAnswer.EVERYWHERE.toString(), now());
    }

    private Optional<ReadyAnswer> valid(
            TwoTierCache cache,
            String key,
            long required,
            LongFunction<Versioned<Optional<ReadyAnswer>>> loader) {
        Optional<ReadyAnswer> answer = answer(cache, key, required, loader);
        if (answer.isPresent() && !clock.instant().isBefore(answer.get().validUntil())) {
            // Asking for what is newer than the change of state makes the cache load anew.
            long changed = Micros.of(answer.get().validUntil());
            return answer(cache, key, Math.max(required, changed), loader);
        }
        return answer;
    }

    private static Optional<ReadyAnswer> answer(
            TwoTierCache cache,
            String key,
            long required,
            LongFunction<Versioned<Optional<ReadyAnswer>>> loader) {
        CacheEntry entry = cache.get(key, required, least -> bytes(loader.apply(least)));
        return Optional.ofNullable(entry.value()).map(ReadyAnswer::fromBytes);
    }

    private static Versioned<Optional<byte[]>> bytes(Versioned<Optional<ReadyAnswer>> loaded) {
        return new Versioned<>(loaded.version(), loaded.value().map(ReadyAnswer::toBytes));
    }

    /**
     * After this instant nothing in the scope has changed; found by a read that costs nothing but
     * the connection.
     */
    private long stampOf(UUID scope) {
        return stamps.get(
                        scope.toString(),
                        0,
                        required -> reads.read(required, _ -> Optional.of(STAMP)))
                .version();
    }

    private long now() {
        try {
            return time.micros();
        } catch (SQLException _) {
            // The commit is done, so it lies before this process's clock, which follows the
            // primary's.
            return Micros.of(clock.instant().plusMillis(1));
        }
    }
}
