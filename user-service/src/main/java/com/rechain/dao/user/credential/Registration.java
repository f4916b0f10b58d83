package com.rechain.dao.user.credential;

import com.rechain.dao.user.account.AccountService;
import com.rechain.dao.user.account.AccountView;
import com.rechain.dao.user.credential.RegistrationOutcome.EmailTaken;
import com.rechain.dao.user.credential.RegistrationOutcome.HandleTaken;
import com.rechain.dao.user.credential.RegistrationOutcome.Registered;
import com.rechain.dao.user.database.UniqueKey;
import com.rechain.dao.user.password.PasswordHash;
import com.rechain.dao.user.text.EmailAddress;
import com.rechain.dao.user.text.Handle;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes accounts together with their first password: both or neither. */
@ApplicationScoped
public class Registration {
    private final AccountService accounts;
    private final Credentials credentials;

    Registration(AccountService accounts, Credentials credentials) {
        this.accounts = accounts;
        this.credentials = credentials;
    }

    /** Registers somebody; the unique keys decide who was first. */
    public RegistrationOutcome register(
            EmailAddress email, Handle handle, String displayName, PasswordHash password) {
        try {
            return new Registered(
                    QuarkusTransaction.joiningExisting()
                            .call(() -> create(email, handle, displayName, password)));
        } catch (RuntimeException e) {
            return switch (UniqueKey.violatedBy(e).orElse("")) {
                case "uq_account_email_key" -> new EmailTaken();
                case "uq_account_handle" -> new HandleTaken();
                default -> throw e;
            };
        }
    }

    private AccountView create(
            EmailAddress email, Handle handle, String displayName, PasswordHash password) {
        AccountView account = accounts.register(handle, email, displayName);
        credentials.create(account.id(), password);
        return account;
    }
}
