package com.rechain.dao.proposal.proposal;

import com.rechain.dao.platform.id.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The proposals on the primary. */
@ApplicationScoped
public class ProposalRepository implements PanacheRepositoryBase<Proposal, UUID> {
    private static final String LOCK = "SELECT p.* FROM proposal p WHERE p.id = :id FOR UPDATE";
    // The index alone finds the rows; those that another instance is announcing are skipped, not
    // waited for.
    private static final String LOCK_DUE_STARTS =
            """
            SELECT p.* FROM proposal p
            WHERE p.status = 'PUBLISHED' AND p.started_at IS NULL AND p.outcome IS NULL
              AND p.starts_at <= :now AND p.electorate_ready_at <= :now AND p.electorate_ready_at < p.ends_at
            ORDER BY p.starts_at LIMIT :batch FOR UPDATE SKIP LOCKED\
            """;
    private static final String COUNT_ON =
            """
            INSERT INTO proposal_number (space_id, last_number) VALUES (:space, 1)
            ON DUPLICATE KEY UPDATE last_number = last_number + 1\
            """;
    private static final String COUNTED =
            "SELECT last_number FROM proposal_number WHERE space_id = :space";

    private final EntityManager entities;

    ProposalRepository(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The proposal, locked until the transaction ends: whoever moves it takes this first, so that
     * moves of one proposal follow each other.
     */
    public Optional<Proposal> lock(UUID id) {
        List<?> rows =
                entities.createNativeQuery(LOCK, Proposal.class)
                        .setParameter("id", Ids.toBytes(id))
                        .getResultList();
        return rows.stream().map(Proposal.class::cast).findFirst();
    }

    /**
     * Up to {@code batch} proposals whose vote has opened without being announced, locked; no two
     * callers get one.
     */
    public List<Proposal> lockDueStarts(Instant now, int batch) {
        List<?> rows =
                entities.createNativeQuery(LOCK_DUE_STARTS, Proposal.class)
                        .setParameter("now", now)
                        .setParameter("batch", batch)
                        .getResultList();
        return rows.stream().map(Proposal.class::cast).toList();
    }

    /**
     * The next number of the space. The space's counter stays locked until the transaction ends.
     */
    public long nextNumber(UUID spaceId) {
        byte[] space = Ids.toBytes(spaceId);
        entities.createNativeQuery(COUNT_ON).setParameter("space", space).executeUpdate();
        Object counted =
                entities.createNativeQuery(COUNTED).setParameter("space", space).getSingleResult();
        return ((Number) counted).longValue();
    }

    /** Stores the labels of {@code proposal} where lists look for them. */
    public void indexLabels(Proposal proposal) {
        byte[] id = Ids.toBytes(proposal.id());
        entities.createNativeQuery("DELETE FROM proposal_label WHERE proposal_id = :id")
                .setParameter("id", id)
                .executeUpdate();
        for (String label : proposal.wording().labels()) {
            entities.createNativeQuery(
                            "INSERT INTO proposal_label (proposal_id, label) VALUES (:id, :label)")
                    .setParameter("id", id)
                    .setParameter("label", label)
                    .executeUpdate();
        }
    }
}
