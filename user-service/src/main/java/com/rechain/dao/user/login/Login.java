package com.rechain.dao.user.login;

import com.rechain.dao.user.account.AccountService;
import com.rechain.dao.user.account.AccountStatus;
import com.rechain.dao.user.account.AccountView;
import com.rechain.dao.user.credential.Credentials;
import com.rechain.dao.user.login.LoginOutcome.SignedIn;
import com.rechain.dao.user.login.LoginOutcome.Suspended;
import com.rechain.dao.user.login.LoginOutcome.Throttled;
import com.rechain.dao.user.login.LoginOutcome.WrongCredentials;
import com.rechain.dao.user.login.LoginThrottle.Attempt;
import com.rechain.dao.user.password.HashPoolFullException;
import com.rechain.dao.user.password.PasswordHash;
import com.rechain.dao.user.password.PasswordHasher;
import com.rechain.dao.user.security.SecurityLog;
import com.rechain.dao.user.session.OpenedSession;
import com.rechain.dao.user.session.SessionService;
import com.rechain.dao.user.text.EmailAddress;
import com.rechain.dao.user.web.Client;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Signing in. Every attempt that is not throttled costs the same work and, when it fails, gets the
 * same answer, so that neither tells who has an account.
 */
@ApplicationScoped
public class Login {
    private static final Logger LOG = Logger.getLogger(Login.class);
    // Whoever has no account is looked up like everybody else.
    private static final UUID NOBODY = new UUID(0, 0);

    private final AccountService accounts;
    private final Credentials credentials;
    private final PasswordHasher hasher;
    private final SessionService sessions;
    private final LoginThrottle throttle;
    private final SecurityLog log;
    private final MeterRegistry metrics;

    Login(
            AccountService accounts,
            Credentials credentials,
            PasswordHasher hasher,
            SessionService sessions,
            LoginThrottle throttle,
            SecurityLog log,
            MeterRegistry metrics) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.hasher = hasher;
        this.sessions = sessions;
        this.throttle = throttle;
        this.log = log;
        this.metrics = metrics;
    }

    /**
     * Signs in whoever knows the password.
     *
     * @throws HashPoolFullException when hashing is overloaded; the attempt does not count
     */
    public LoginOutcome login(EmailAddress who, String password, Client client) {
        requireRoom();
        Attempt attempt = throttle.attempt(who, client);
        Optional<Duration> delay = attempt.delay();
        if (delay.isPresent()) {
            log.signInThrottled(who, client.address());
            return counted("throttled", new Throttled(delay.get()));
        }
        try {
            return judge(who, password, client, attempt);
        } catch (HashPoolFullException e) {
            throttle.undone(attempt);
            counted("overloaded");
            throw e;
        }
    }

    /** In a flood, counting and looking up whom to turn away would cost more than hashing does. */
    private void requireRoom() {
        try {
            hasher.requireRoom();
        } catch (HashPoolFullException e) {
            counted("overloaded");
            throw e;
        }
    }

    private LoginOutcome judge(EmailAddress who, String password, Client client, Attempt attempt) {
        Optional<AccountView> account = accounts.findByEmail(who);
        UUID id = account.map(AccountView::id).orElse(NOBODY);
        PasswordHash stored = credentials.password(id).orElse(null);
        if (!hasher.matches(password, stored) || account.isEmpty() || stored == null) {
            log.signInFailed(who, "wrong-credentials", client.address());
            return counted("wrong-credentials", new WrongCredentials());
        }
        throttle.succeeded(attempt);
        if (account.get().status() != AccountStatus.ACTIVE) {
            log.signInFailed(who, "suspended", client.address());
            return counted("suspended", new Suspended());
        }
        rehashWhenOutdated(id, password, stored);
        OpenedSession session = sessions.start(id, client);
        log.signedIn(id, session.id(), client.address());
        return counted("ok", new SignedIn(session, account.get()));
    }

    /** The only moment at which the password is known is used to bring its hash up to date. */
    private void rehashWhenOutdated(UUID account, String password, PasswordHash stored) {
        if (hasher.isOutdated(stored)) {
            try {
                credentials.replace(account, stored, hasher.hash(password));
            } catch (HashPoolFullException _) {
                LOG.debug("an outdated hash waits for the next sign-in");
            }
        }
    }

    private LoginOutcome counted(String name, LoginOutcome outcome) {
        counted(name);
        return outcome;
    }

    private void counted(String name) {
        metrics.counter("dao.logins", "outcome", name).increment();
    }
}
