package com.rechain.dao.user.session;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.platform.paging.Cursor;
import com.rechain.dao.platform.paging.Page;
import com.rechain.dao.user.account.AccountClosing;
import com.rechain.dao.user.security.SecurityLog;
import com.rechain.dao.user.session.RefreshOutcome.Refreshed;
import com.rechain.dao.user.session.RefreshOutcome.Refused;
import com.rechain.dao.user.session.Rotation.Again;
import com.rechain.dao.user.session.Rotation.Known;
import com.rechain.dao.user.session.Rotation.Next;
import com.rechain.dao.user.session.Rotation.Over;
import com.rechain.dao.user.session.Rotation.Stolen;
import com.rechain.dao.user.web.Client;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The life of sessions: started at sign-in, carried on by rotating tokens, ended by many. Truth is
 * in the database.
 */
@ApplicationScoped
public class SessionService implements AccountClosing {
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final SessionRepository sessions;
    private final OpenSessions open;
    private final SessionConfig config;
    private final SecurityLog log;
    private final Clock clock;

    SessionService(
            SessionRepository sessions,
            OpenSessions open,
            SessionConfig config,
            SecurityLog log,
            Clock clock) {
        this.sessions = sessions;
        this.open = open;
        this.config = config;
        this.log = log;
        this.clock = clock;
    }

    /** Signs the account in on {@code client}. */
    @Transactional
    public OpenedSession start(UUID accountId, Client client) {
        Instant now = clock.instant();
        Session session = Session.start(Ids.next(), accountId, client, now, config);
        sessions.persist(session);
        sessions.flush(); // the token's row refers to it
        return issue(session, now);
    }

    /** Exchanges a refresh token for the next one. A token used twice ends the session. */
    @Transactional
    public RefreshOutcome refresh(RefreshSecret secret, Client client) {
        RefreshToken token = sessions.token(secret).orElse(null);
        Session session = token == null ? null : sessions.lock(token.sessionId()).orElse(null);
        if (token == null || session == null) {
            return new Refused();
        }
        sessions.reread(token);
        Instant now = clock.instant();
        return switch (Rotation.of(known(token, session, now), client, now, config.grace())) {
            case Next() -> rotate(session, client, now);
            case Again() -> rotate(session, client, now);
            case Stolen() -> stolen(session, now);
            case Over() -> new Refused();
        };
    }

    /** A page of the account's open sessions, newest first. */
    @Transactional
    public Page<SessionView> list(
            UUID accountId, UUID current, int limit, @Nullable String cursor) {
        UUID before = cursor == null ? AFTER_ALL : Cursor.decode(cursor, 1).uuid(0);
        List<SessionView> rows =
                sessions.openOf(accountId, clock.instant(), before, limit + 1).stream()
                        .map(session -> session.view(current))
                        .toList();
        return Page.of(rows, limit, row -> Cursor.encode(row.id()));
    }

    /** Ends one session; false when the account has no open one with this id. */
    @Transactional
    public boolean end(UUID accountId, UUID sessionId, EndReason reason) {
        Instant now = clock.instant();
        Optional<Session> session =
                sessions.lock(sessionId)
                        .filter(found ->
                                found.accountId().equals(accountId) && found.isOpenAt(now));
        session.ifPresent(found -> revoke(found, reason, now));
        return session.isPresent();
    }

    /** Ends the session that {@code secret} belongs to, if there is one. */
    @Transactional
    public void end(RefreshSecret secret, EndReason reason) {
        sessions.token(secret)
                .flatMap(token -> sessions.lock(token.sessionId()))
                .filter(session -> !session.isRevoked())
                .ifPresent(session -> revoke(session, reason, clock.instant()));
    }

    /** Ends all open sessions of the account but {@code kept}. */
    @Transactional
    public void endAll(UUID accountId, @Nullable UUID kept, EndReason reason) {
        Instant now = clock.instant();
        sessions.openOf(accountId, now).stream()
                .map(Session::id)
                .filter(id -> !id.equals(kept))
                .sorted() // locked in one order by everybody
                .flatMap(id -> sessions.lock(id).stream())
                .forEach(session -> revoke(session, reason, now));
    }

    @Override
    public void close(UUID accountId) {
        endAll(accountId, null, EndReason.ACCOUNT_CLOSED);
    }

    @Override
    public void suspend(UUID accountId) {
        endAll(accountId, null, EndReason.ACCOUNT_SUSPENDED);
    }

    @Scheduled(every = "1h", delayed = "10m")
    @Transactional
    void purge() {
        sessions.purgeEndedBefore(clock.instant().minus(config.keptAfterEnd()));
    }

    private static Known known(RefreshToken token, Session session, Instant now) {
        return new Known(
                token.generation(),
                session.generation(),
                token.rotatedAt(),
                session.isOpenAt(now),
                session.isRevoked(),
                session.client());
    }

    private RefreshOutcome rotate(Session session, Client client, Instant now) {
        // All of them: the token in an answer that was lost must not live on beside the next one.
        sessions.rotateAll(session, now);
        session.rotate(client, now, config);
        return new Refreshed(issue(session, now));
    }

    private RefreshOutcome stolen(Session session, Instant now) {
        log.refreshTokenReused(session.accountId(), session.id());
        revoke(session, EndReason.TOKEN_REUSED, now);
        return new Refused();
    }

    private OpenedSession issue(Session session, Instant now) {
        RefreshSecret secret = RefreshSecret.make();
        sessions.persist(new RefreshToken(secret, session, now));
        return new OpenedSession(
                session.id(), session.accountId(), secret, session.idleExpiresAt());
    }

    private void revoke(Session session, EndReason reason, Instant now) {
        session.revoke(reason, now);
        open.endedInThisTransaction(session.id());
        log.sessionEnded(session.accountId(), session.id(), reason.name());
    }
}
