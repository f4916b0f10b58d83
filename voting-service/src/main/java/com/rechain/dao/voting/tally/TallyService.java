package com.rechain.dao.voting.tally;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.platform.cache.CacheEntry;
import com.rechain.dao.platform.cache.CacheRegistry;
import com.rechain.dao.platform.cache.CacheSpec;
import com.rechain.dao.platform.cache.TwoTierCache;
import com.rechain.dao.platform.replica.Freshness;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.platform.time.Micros;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.sql.Primary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Running tallies as ready bytes: read from the primary's counters once per interval, however many
 * ask.
 */
@ApplicationScoped
public class TallyService {
    private final TwoTierCache cache;
    private final Freshness freshness;
    private final Primary primary;
    private final ObjectMapper json;
    private final Clock clock;
    private final Timer ages;

    TallyService(
            CacheRegistry caches,
            TallyConfig config,
            Freshness freshness,
            Primary primary,
            ObjectMapper json,
            Clock clock,
            MeterRegistry metrics) {
        this.cache =
                caches.create(new CacheSpec("tally", config.cached(), config.cached(), 10_000));
        this.freshness = freshness;
        this.primary = primary;
        this.json = json;
        this.clock = clock;
        ages = metrics.timer("dao.tally.age");
    }

    /** The tally of a box as JSON, at least as fresh as the request at hand demands. */
    public CacheEntry tally(Box box) {
        CacheEntry tally =
                cache.get(
                        box.proposalId().toString(),
                        freshness.required(),
                        required -> load(box, required));
        long age = Micros.of(clock.instant()) - tally.version();
        ages.record(Math.max(0, age), TimeUnit.MICROSECONDS);
        return tally;
    }

    private Versioned<Optional<byte[]>> load(Box box, long required) {
        Versioned<TallySnapshot> read =
                primary.readElseReplica(
                        required, connection -> TallySnapshot.read(connection, box));
        TallyView view =
                TallyView.of(box, read.value(), Micros.toInstant(read.version()), clock.instant());
        return new Versioned<>(read.version(), Optional.of(bytes(view)));
    }

    private byte[] bytes(TallyView view) {
        try {
            return json.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tally is always writable", e);
        }
    }
}
