package com.rechain.dao.proposal.space;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.platform.cache.CacheRegistry;
import com.rechain.dao.platform.cache.CacheSpec;
import com.rechain.dao.platform.cache.Codec;
import com.rechain.dao.platform.cache.Invalidations;
import com.rechain.dao.platform.cache.Tags;
import com.rechain.dao.platform.cache.TieredCache;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.proposal.ProposalConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds spaces: cached, from the references kept by events, and from user-service while its event
 * is on the way.
 */
@Startup
@ApplicationScoped
public class SpaceDirectory {
    private static final Duration ABSENT_FOR = Duration.ofSeconds(1);
    private static final int WARMED = 200;

    private final TieredCache<UUID, SpaceReference> cache;
    private final Invalidations invalidations;
    private final ReplicaReads reads;
    private final SpaceReferenceRepository references;
    private final SpaceClient client;
    private final ObjectMapper json;

    SpaceDirectory(
            CacheRegistry caches,
            Invalidations invalidations,
            ReplicaReads reads,
            SpaceReferenceRepository references,
            SpaceClient client,
            ObjectMapper json,
            ProposalConfig config) {
        cache =
                caches.create(
                        CacheSpec.<UUID, SpaceReference>named("spaces")
                                .keyedBy("a space's id", UUID::fromString)
                                .sharing(
                                        "what is known of it", new Codec<>(this::write, this::read))
                                .living(config.cache().ttl())
                                .absentFor(ABSENT_FOR)
                                .upTo(config.cache().maximumBytes())
                                .taggedBy(id -> List.of(tag(id)))
                                .loadedBy(this::load)
                                .warmed(WARMED)
                                .build());
        this.invalidations = invalidations;
        this.reads = reads;
        this.references = references;
        this.client = client;
        this.json = json;
    }

    /**
     * What is known of the space {@code id}. Call it outside transactions: it may ask another
     * service.
     */
    public SpaceLookup find(UUID id) {
        return cache.get(id).<SpaceLookup>map(SpaceLookup.Known::new).orElseGet(() -> ask(id));
    }

    private SpaceLookup ask(UUID id) {
        SpaceLookup answer = client.find(id);
        if (answer instanceof SpaceLookup.Known(SpaceReference space)) {
            references.add(space);
            invalidations.now(List.of(tag(id)));
        }
        return answer;
    }

    private Versioned<Optional<SpaceReference>> load(UUID id, long required) {
        return reads.read(required, connection -> SpaceReferenceRepository.find(connection, id));
    }

    private static String tag(UUID id) {
        return Tags.of("space", id);
    }

    private byte[] write(SpaceReference space) {
        try {
            return json.writeValueAsBytes(space);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a space reference is always writable", e);
        }
    }

    private SpaceReference read(byte[] bytes) {
        try {
            return json.readValue(bytes, SpaceReference.class);
        } catch (IOException e) {
            throw new IllegalStateException("a cached space reference is always readable", e);
        }
    }
}
