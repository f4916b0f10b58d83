package com.rechain.dao.voting.tally;

import com.rechain.dao.platform.answer.AnswerCaches;
import com.rechain.dao.platform.answer.ReadyAnswer;
import com.rechain.dao.platform.cache.CacheEntry;
import com.rechain.dao.platform.cache.CacheRegistry;
import com.rechain.dao.platform.cache.Loader;
import com.rechain.dao.platform.cache.Tags;
import com.rechain.dao.platform.cache.TieredCache;
import com.rechain.dao.platform.replica.Freshness;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.platform.time.Micros;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.box.Boxes;
import com.rechain.dao.voting.sql.Primary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Running tallies as ready bytes: read from the primary's counters once per interval, however many
 * ask.
 */
@Startup
@ApplicationScoped
public class TallyService {
    private static final long MOST_BYTES = 16L << 20;
    private static final int WARMED = 50;

    private final TieredCache<UUID, ReadyAnswer> cache;
    private final AnswerCaches answers;
    private final Boxes boxes;
    private final Freshness freshness;
    private final Primary primary;
    private final Clock clock;
    private final Timer ages;

    TallyService(
            CacheRegistry caches,
            AnswerCaches answers,
            Boxes boxes,
            TallyConfig config,
            Freshness freshness,
            Primary primary,
            Clock clock,
            MeterRegistry metrics) {
        this.answers = answers;
        this.boxes = boxes;
        this.freshness = freshness;
        this.primary = primary;
        this.clock = clock;
        ages = metrics.timer("dao.tally.age");
        cache =
                caches.create(
                        AnswerCaches.<UUID>named("tally", "a running tally")
                                .keyedBy("a proposal's id", UUID::fromString)
                                .living(config.cached())
                                .upTo(MOST_BYTES)
                                .taggedBy(id -> List.of(Tags.of("tally", id)))
                                .loadedBy(this::load)
                                .warmed(WARMED)
                                .build());
    }

    /** The tally of a box, at least as fresh as the request at hand demands. */
    public ReadyAnswer tally(Box box) {
        CacheEntry<ReadyAnswer> tally = cache.get(box.proposalId(), freshness.required());
        long age = Micros.of(clock.instant()) - tally.version();
        ages.record(Math.max(0, age), TimeUnit.MICROSECONDS);
        return tally.find().orElseThrow();
    }

    private Versioned<Optional<ReadyAnswer>> load(UUID proposalId, long required) {
        Optional<Box> box = boxes.find(proposalId);
        return box.isPresent()
                ? load(box.get(), required)
                : new Versioned<>(Loader.NOT_TO_BE_KEPT, Optional.empty());
    }

    private Versioned<Optional<ReadyAnswer>> load(Box box, long required) {
        Versioned<TallySnapshot> read =
                primary.readElseReplica(
                        required, connection -> TallySnapshot.read(connection, box));
        TallyView view =
                TallyView.of(box, read.value(), Micros.toInstant(read.version()), clock.instant());
        return new Versioned<>(
                read.version(), Optional.of(answers.forEveryone(box.spaceId(), view)));
    }
}
