package com.rechain.dao.proposal.space;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.platform.cache.CacheEntry;
import com.rechain.dao.platform.cache.CacheRegistry;
import com.rechain.dao.platform.cache.CacheSpec;
import com.rechain.dao.platform.cache.TwoTierCache;
import com.rechain.dao.platform.replica.PrimaryTime;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.proposal.ProposalConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Finds spaces: cached, from the references kept by events, and from user-service while its event
 * is on the way.
 */
@ApplicationScoped
public class SpaceDirectory {
    private static final Logger LOG = Logger.getLogger(SpaceDirectory.class);

    private final TwoTierCache cache;
    private final ReplicaReads reads;
    private final SpaceReferenceRepository references;
    private final SpaceClient client;
    private final PrimaryTime time;
    private final ObjectMapper json;

    SpaceDirectory(
            CacheRegistry caches,
            ReplicaReads reads,
            SpaceReferenceRepository references,
            SpaceClient client,
            PrimaryTime time,
            ObjectMapper json,
            ProposalConfig config) {
        cache =
                caches.create(
                        new CacheSpec(
                                "spaces",
                                config.cache().ttl(),
                                Duration.ofSeconds(1),
                                config.cache().size()));
        this.reads = reads;
        this.references = references;
        this.client = client;
        this.time = time;
        this.json = json;
    }

    /**
     * What is known of the space {@code id}. Call it outside transactions: it may ask another
     * service.
     */
    public SpaceLookup find(UUID id) {
        CacheEntry entry = cache.get(id.toString(), 0, required -> load(id, required));
        byte[] known = entry.value();
        return known == null ? ask(id) : new SpaceLookup.Known(read(known));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) SpaceChanged changed) {
        forget(changed.spaceId());
    }

    private SpaceLookup ask(UUID id) {
        SpaceLookup answer = client.find(id);
        if (answer instanceof SpaceLookup.Known(SpaceReference space)) {
            references.add(space);
            forget(id);
        }
        return answer;
    }

    private void forget(UUID id) {
        try {
            cache.invalidate(id.toString(), time.micros());
        } catch (SQLException e) {
            LOG.warnf(
                    "a changed space is seen only when its cache entry expires: %s",
                    e.getMessage());
        }
    }

    private Versioned<Optional<byte[]>> load(UUID id, long required) {
        return reads.read(
                required,
                connection -> SpaceReferenceRepository.find(connection, id).map(this::write));
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
