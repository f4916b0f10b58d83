package com.rechain.dao.user.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sessions and their tokens on the primary. */
@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<Session, UUID> {
    private final EntityManager entities;

    SessionRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** The session, locked until this transaction ends. */
    Optional<Session> lock(UUID id) {
        List<?> found =
                entities.createNativeQuery(
                                "SELECT id FROM session WHERE id = :id FOR UPDATE", byte[].class)
                        .setParameter("id", id)
                        .getResultList();
        // Loaded after the lock was had, so never older than it.
        return found.isEmpty() ? Optional.empty() : findByIdOptional(id);
    }

    Optional<RefreshToken> token(RefreshSecret secret) {
        return Optional.ofNullable(entities.find(RefreshToken.class, secret.hash()));
    }

    /**
     * The token as the database has it now, not as this transaction saw it before it held the
     * session's lock.
     */
    void reread(RefreshToken token) {
        entities.refresh(token);
    }

    /** Makes every token of the session that is still good one that was rotated at {@code now}. */
    void rotateAll(Session session, Instant now) {
        entities.createQuery(
                        "update RefreshToken t set t.rotatedAt = ?1 where t.sessionId = ?2 and t.rotatedAt is null")
                .setParameter(1, now)
                .setParameter(2, session.id())
                .executeUpdate();
    }

    void persist(RefreshToken token) {
        entities.persist(token);
    }

    List<Session> openOf(UUID accountId, Instant now) {
        return list(
                "accountId = ?1 and revokedAt is null and idleExpiresAt > ?2 order by id desc",
                accountId,
                now);
    }

    /** A page of the open sessions, newest first, beginning after {@code before}. */
    List<Session> openOf(UUID accountId, Instant now, UUID before, int limit) {
        return find(
                        "accountId = ?1 and revokedAt is null and idleExpiresAt > ?2 and id < ?3 order by id desc",
                        accountId,
                        now,
                        before)
                .page(0, limit)
                .list();
    }

    /** Removes up to a thousand sessions that ended before {@code instant}, with their tokens. */
    int purgeEndedBefore(Instant instant) {
        return entities.createNativeQuery("DELETE FROM session WHERE expires_at < :end LIMIT 1000")
                .setParameter("end", instant)
                .executeUpdate();
    }
}
