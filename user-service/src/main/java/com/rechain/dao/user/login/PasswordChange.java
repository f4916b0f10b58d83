package com.rechain.dao.user.login;

import com.rechain.dao.platform.auth.Caller;
import com.rechain.dao.user.account.AccountService;
import com.rechain.dao.user.account.AccountView;
import com.rechain.dao.user.credential.Credentials;
import com.rechain.dao.user.login.LoginThrottle.Attempt;
import com.rechain.dao.user.login.PasswordChangeOutcome.Changed;
import com.rechain.dao.user.login.PasswordChangeOutcome.Flawed;
import com.rechain.dao.user.login.PasswordChangeOutcome.Throttled;
import com.rechain.dao.user.login.PasswordChangeOutcome.WrongPassword;
import com.rechain.dao.user.password.HashPoolFullException;
import com.rechain.dao.user.password.PasswordFlaw;
import com.rechain.dao.user.password.PasswordHash;
import com.rechain.dao.user.password.PasswordHasher;
import com.rechain.dao.user.password.PasswordPolicy;
import com.rechain.dao.user.security.SecurityLog;
import com.rechain.dao.user.session.EndReason;
import com.rechain.dao.user.session.SessionService;
import com.rechain.dao.user.text.EmailAddress;
import com.rechain.dao.user.web.Client;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Changes a password for somebody who knows the present one, and signs out everywhere else. */
@ApplicationScoped
public class PasswordChange {
    private final AccountService accounts;
    private final Credentials credentials;
    private final PasswordPolicy policy;
    private final PasswordHasher hasher;
    private final SessionService sessions;
    private final LoginThrottle throttle;
    private final SecurityLog log;

    PasswordChange(
            AccountService accounts,
            Credentials credentials,
            PasswordPolicy policy,
            PasswordHasher hasher,
            SessionService sessions,
            LoginThrottle throttle,
            SecurityLog log) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.policy = policy;
        this.hasher = hasher;
        this.sessions = sessions;
        this.throttle = throttle;
        this.log = log;
    }

    /**
     * Changes the caller's password.
     *
     * @throws HashPoolFullException when hashing is overloaded; the attempt does not count
     */
    public PasswordChangeOutcome change(
            Caller caller, ChangePasswordRequest request, Client client) {
        Optional<AccountView> account = accounts.find(caller.userId());
        Optional<EmailAddress> who = account.flatMap(a -> EmailAddress.parse(a.email()));
        if (account.isEmpty() || who.isEmpty()) {
            return new WrongPassword();
        }
        Optional<PasswordFlaw> flaw = policy.flawOf(request.newPassword(), names(account.get()));
        if (flaw.isPresent()) {
            return new Flawed(flaw.get());
        }
        Attempt attempt = throttle.attempt(who.get(), client);
        Optional<Duration> delay = attempt.delay();
        if (delay.isPresent()) {
            return new Throttled(delay.get());
        }
        try {
            return judge(caller, request, attempt);
        } catch (HashPoolFullException e) {
            throttle.undone(attempt);
            throw e;
        }
    }

    private PasswordChangeOutcome judge(
            Caller caller, ChangePasswordRequest request, Attempt attempt) {
        PasswordHash present = credentials.password(caller.userId()).orElse(null);
        if (!hasher.matches(request.currentPassword(), present) || present == null) {
            log.passwordChangeRefused(caller.userId());
            return new WrongPassword();
        }
        throttle.succeeded(attempt);
        PasswordHash next = hasher.hash(request.newPassword());
        boolean changed =
                QuarkusTransaction.requiringNew().call(() -> replace(caller, present, next));
        if (!changed) {
            return new WrongPassword();
        }
        log.passwordChanged(caller.userId());
        return new Changed();
    }

    private boolean replace(Caller caller, PasswordHash present, PasswordHash next) {
        boolean replaced = credentials.replace(caller.userId(), present, next);
        if (replaced) {
            sessions.endAll(caller.userId(), caller.sessionId(), EndReason.PASSWORD_CHANGED);
        }
        return replaced;
    }

    private static List<String> names(AccountView account) {
        return List.of(account.email(), account.handle(), account.displayName());
    }
}
