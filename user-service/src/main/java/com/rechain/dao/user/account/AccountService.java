package com.rechain.dao.user.account;

import com.rechain.dao.platform.event.Outbox;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.user.account.CloseOutcome.Closed;
import com.rechain.dao.user.account.CloseOutcome.Hindered;
import com.rechain.dao.user.text.EmailAddress;
import com.rechain.dao.user.text.Handle;
import com.rechain.dao.user.web.EntityTag;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The life of an account. Each change commits together with its event. */
@ApplicationScoped
public class AccountService {
    private final AccountRepository accounts;
    private final List<AccountClosing> dependents;
    private final Outbox outbox;
    private final Clock clock;

    AccountService(
            AccountRepository accounts,
            @All List<AccountClosing> dependents,
            Outbox outbox,
            Clock clock) {
        this.accounts = accounts;
        this.dependents = dependents;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Creates an account in the transaction at hand. The unique keys decide whether handle and
     * address are free: where they are not, the database's refusal is thrown.
     */
    @Transactional(TxType.MANDATORY)
    public AccountView register(Handle handle, EmailAddress email, String displayName) {
        Instant now = clock.instant();
        Account account = Account.register(Ids.next(), handle, email, displayName, now);
        accounts.persistAndFlush(account);
        AccountView view = account.view();
        append(
                view,
                new AccountEvent.Registered(view.id(), view.handle(), view.displayName(), now));
        return view;
    }

    /** The account with this address, as the primary knows it. */
    @Transactional(TxType.SUPPORTS) // one statement, of which a transaction would make four
    public Optional<AccountView> findByEmail(EmailAddress email) {
        return accounts.findByEmailKey(email.key()).map(Account::view);
    }

    /** The account with this id, as the primary knows it. */
    @Transactional
    public Optional<AccountView> find(UUID id) {
        return accounts.findByIdOptional(id).map(Account::view);
    }

    /** Changes the profile when {@code ifMatch} names its present version. */
    @Transactional
    public UpdateOutcome update(UUID id, String ifMatch, ProfileChange change) {
        Account account = accounts.findById(id);
        if (account == null || !account.isActive()) {
            return new UpdateOutcome.UnknownAccount();
        }
        if (!new EntityTag(account.version()).isNamedBy(ifMatch)) {
            return new UpdateOutcome.Stale();
        }
        account.update(change, clock.instant());
        accounts.flush();
        AccountView view = account.view();
        append(view, updated(view));
        return new UpdateOutcome.Updated(view);
    }

    /** Closes the account for good, unless something that depends on it stands against that. */
    @Transactional
    public CloseOutcome close(UUID id) {
        Account account = accounts.findById(id);
        if (account == null || !account.isActive()) {
            return new CloseOutcome.UnknownAccount();
        }
        List<String> obstacles =
                dependents.stream().flatMap(d -> d.obstacles(id).stream()).toList();
        if (!obstacles.isEmpty()) {
            return new Hindered(obstacles);
        }
        dependents.forEach(dependent -> dependent.close(id));
        account.close(clock.instant());
        accounts.flush();
        append(account.view(), updated(account.view()));
        return new Closed();
    }

    /** Keeps everybody out of the account; false when there is no active one with this id. */
    @Transactional
    public boolean suspend(UUID id, String reason) {
        Account account = accounts.findById(id);
        if (account == null || !account.isActive()) {
            return false;
        }
        Instant now = clock.instant();
        account.suspend(now);
        dependents.forEach(dependent -> dependent.suspend(id));
        accounts.flush();
        append(account.view(), new AccountEvent.Suspended(id, reason, now));
        return true;
    }

    private static AccountEvent updated(AccountView view) {
        return new AccountEvent.Updated(
                view.id(), view.handle(), view.displayName(), view.updatedAt());
    }

    private void append(AccountView about, AccountEvent event) {
        outbox.append(event.type(), about.id(), event);
    }
}
