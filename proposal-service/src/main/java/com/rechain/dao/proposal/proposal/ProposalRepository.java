package com.rechain.dao.proposal.proposal;

import com.rechain.dao.platform.id.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
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
    private static final String LOCK_DUE_EXECUTIONS =
            """
            SELECT p.* FROM proposal p
            WHERE p.status = :status AND p.due_at <= :now
            ORDER BY p.due_at LIMIT :batch FOR UPDATE SKIP LOCKED\
            """;
    private static final String LOCK_AUTHOR =
            """
            INSERT INTO proposal_author (space_id, author_id) VALUES (:space, :author)
            ON DUPLICATE KEY UPDATE author_id = VALUES(author_id)\
            """;
    private static final String UNDECIDED =
            """
            SELECT COUNT(*) FROM proposal p
            WHERE p.author_id = :author AND p.space_id = :space AND p.status IN ('SIGNING', 'PUBLISHED')\
            """;
    private static final String SINCE =
            """
            SELECT COUNT(*) FROM proposal p
            WHERE p.author_id = :author AND p.listed_at > :since AND p.space_id = :space AND p.status <> 'DRAFT'\
            """;
    private static final String SIGN =
            """
            INSERT IGNORE INTO proposal_signature (proposal_id, user_id, signed_at)
            VALUES (:proposal, :user, :now)\
            """;
    private static final String UNSIGN =
            "DELETE FROM proposal_signature WHERE proposal_id = :proposal AND user_id = :user";
    private static final String SIGNED =
            "SELECT COUNT(*) FROM proposal_signature WHERE proposal_id = :proposal";
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

    /** Whether all that this proposal decided is done, so that what waits for it may go on. */
    public boolean isFulfilled(UUID id) {
        return findByIdOptional(id)
                .filter(found ->
                        found.status() == ProposalStatus.EXECUTED
                                || (found.status() == ProposalStatus.CONCLUDED
                                        && found.timeline().outcome() == ProposalOutcome.SUCCEEDED))
                .isPresent();
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
     * Up to {@code batch} proposals of {@code status} whose execution has to be looked at, locked;
     * no two callers get one.
     */
    public List<Proposal> lockDueExecutions(ProposalStatus status, Instant now, int batch) {
        List<?> rows =
                entities.createNativeQuery(LOCK_DUE_EXECUTIONS, Proposal.class)
                        .setParameter("status", status.name())
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

    /**
     * Lets nobody else publish in the space in the name of {@code authorId} until the transaction
     * ends, so that what is counted meanwhile stays true.
     */
    public void lockAuthor(UUID spaceId, UUID authorId) {
        entities.createNativeQuery(LOCK_AUTHOR)
                .setParameter("space", Ids.toBytes(spaceId))
                .setParameter("author", Ids.toBytes(authorId))
                .executeUpdate();
    }

    /** How many proposals of the author in the space are not decided yet. */
    public int countUndecided(UUID spaceId, UUID authorId) {
        return count(
                entities.createNativeQuery(UNDECIDED)
                        .setParameter("author", Ids.toBytes(authorId))
                        .setParameter("space", Ids.toBytes(spaceId)));
    }

    /** How many proposals the author has published in the space after {@code since}. */
    public int countPublishedSince(UUID spaceId, UUID authorId, Instant since) {
        return count(
                entities.createNativeQuery(SINCE)
                        .setParameter("author", Ids.toBytes(authorId))
                        .setParameter("since", since)
                        .setParameter("space", Ids.toBytes(spaceId)));
    }

    /** Adds a signature; signing again changes nothing. Says how many there are. */
    public int sign(UUID id, UUID userId, Instant now) {
        entities.createNativeQuery(SIGN)
                .setParameter("proposal", Ids.toBytes(id))
                .setParameter("user", Ids.toBytes(userId))
                .setParameter("now", now)
                .executeUpdate();
        return signatures(id);
    }

    /** Takes a signature back. Says how many there are. */
    public int unsign(UUID id, UUID userId) {
        entities.createNativeQuery(UNSIGN)
                .setParameter("proposal", Ids.toBytes(id))
                .setParameter("user", Ids.toBytes(userId))
                .executeUpdate();
        return signatures(id);
    }

    private int signatures(UUID id) {
        return count(entities.createNativeQuery(SIGNED).setParameter("proposal", Ids.toBytes(id)));
    }

    private static int count(Query query) {
        return ((Number) query.getSingleResult()).intValue();
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
