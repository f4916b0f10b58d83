package com.rechain.dao.user.delegation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.platform.cache.CacheRegistry;
import com.rechain.dao.platform.cache.CacheSpec;
import com.rechain.dao.platform.cache.Codec;
import com.rechain.dao.platform.cache.Tags;
import com.rechain.dao.platform.cache.TieredCache;
import com.rechain.dao.platform.replica.Freshness;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.platform.time.Micros;
import com.rechain.dao.tally.power.Occasion;
import com.rechain.dao.tally.power.Scope;
import com.rechain.dao.user.weight.WeightLedger;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who receives most in a space. That takes a look at every delegation there, so it is kept until
 * somebody in the space delegates, is weighed or leaves, or what was added up expires: none of
 * these is ever missing from an answer given after its commit was told of. Half a minute bounds
 * what a lost message can do. Topics and proposals that nobody has delegated for have the answer of
 * the whole space: however many are asked about, no more is added up than members have set apart,
 * and by a process each once at a time.
 */
@Startup
@ApplicationScoped
public class DelegateRankings {
    static final int MOST = 200;

    private static final Duration TTL = Duration.ofSeconds(30);
    private static final long MOST_BYTES = 8L << 20;
    private static final int WARMED = 20;

    private final TieredCache<Question, DelegateRanking> cache;
    private final ReplicaReads reads;
    private final Freshness freshness;
    private final ObjectMapper json;
    private final Clock clock;

    DelegateRankings(
            CacheRegistry caches,
            ReplicaReads reads,
            Freshness freshness,
            ObjectMapper json,
            Clock clock) {
        this.reads = reads;
        this.freshness = freshness;
        this.json = json;
        this.clock = clock;
        cache =
                caches.create(
                        CacheSpec.<Question, DelegateRanking>named("delegates")
                                .keyedBy("a space's id, a proposal's, a topic", Question::parse)
                                .sharing("who receives most", new Codec<>(this::write, this::read))
                                .living(TTL)
                                .upTo(MOST_BYTES)
                                .taggedBy(DelegateRankings::tags)
                                .loadedBy(new OneAtATime<>(this::load))
                                .oldWithoutPrimary()
                                .warmed(WARMED)
                                .build());
    }

    /** What is asked: of all that a space votes on, or of this proposal and topic only. */
    private record Question(UUID spaceId, @Nullable UUID proposalId, @Nullable String topic) {
        static Question parse(String text) {
            String[] parts = text.split(" ", 3);
            return new Question(
                    UUID.fromString(parts[0]),
                    parts[1].isEmpty() ? null : UUID.fromString(parts[1]),
                    parts[2].isEmpty() ? null : parts[2]);
        }

        /** What {@link #parse} reads. */
        @Override
        public String toString() {
            return "%s %s %s"
                    .formatted(
                            spaceId,
                            proposalId == null ? "" : proposalId,
                            topic == null ? "" : topic);
        }

        boolean isOfAll() {
            return proposalId == null && topic == null;
        }

        /** The same without what nobody has ever delegated for. */
        Question named(Connection connection) throws SQLException {
            boolean proposal =
                    proposalId != null
                            && DelegateRows.isNamed(
                                    connection, spaceId, new Scope.Proposal(proposalId));
            boolean label =
                    topic != null
                            && DelegateRows.isNamed(connection, spaceId, new Scope.Topic(topic));
            return new Question(spaceId, proposal ? proposalId : null, label ? topic : null);
        }

        Occasion occasion() {
            return new Occasion(proposalId, topic == null ? List.of() : List.of(topic));
        }
    }

    /** The tag of all that shows what members of a space give to each other. */
    static String tag(UUID spaceId) {
        return Tags.of("delegations", spaceId);
    }

    /**
     * The up to {@link #MOST} who receive most now, by commits of ours and of those whose freshness
     * the request at hand has seen.
     *
     * @param topic in the form that labels have
     */
    List<DelegateView> most(
            UUID spaceId, @Nullable UUID proposalId, @Nullable String topic, int limit) {
        Question asked = new Question(spaceId, proposalId, topic);
        Question question = asked.isOfAll() ? asked : reads.read(asked::named);
        long required = freshness.required();
        DelegateRanking ranking = ranking(question, required);
        if (!clock.instant().isBefore(ranking.validUntil())) {
            long expired = Micros.of(ranking.validUntil());
            ranking = ranking(question, Math.max(required, expired));
        }
        return ranking.first(limit);
    }

    private DelegateRanking ranking(Question question, long required) {
        return cache.get(question, required).find().orElseThrow();
    }

    private Versioned<Optional<DelegateRanking>> load(Question question, long required) {
        Instant now = clock.instant();
        Versioned<DelegateRanking> found =
                reads.read(
                        required,
                        c ->
                                DelegateRows.receivingMost(
                                        c, question.spaceId(), question.occasion(), now, MOST));
        // Never newer than its own end, whichever clock is ahead: else nobody would look again.
        long version = Math.min(found.version(), Micros.of(found.value().validUntil()));
        return new Versioned<>(version, Optional.of(found.value()));
    }

    private static List<String> tags(Question question) {
        return List.of(tag(question.spaceId()), WeightLedger.tag(question.spaceId()));
    }

    private byte[] write(DelegateRanking ranking) {
        try {
            return json.writeValueAsBytes(ranking);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a ranking is always writable", e);
        }
    }

    private DelegateRanking read(byte[] bytes) {
        try {
            return json.readValue(bytes, DelegateRanking.class);
        } catch (IOException e) {
            throw new IllegalStateException("a cached ranking is always readable", e);
        }
    }
}
