package com.rechain.dao.user.credential;

import com.rechain.dao.user.account.AccountView;

/** What became of a registration. */
public sealed interface RegistrationOutcome {
    record Registered(AccountView account) implements RegistrationOutcome {}

    record EmailTaken() implements RegistrationOutcome {}

    record HandleTaken() implements RegistrationOutcome {}
}
