package com.rechain.dao.user.account;

/** What became of a change of profile. */
public sealed interface UpdateOutcome {
    record Updated(AccountView account) implements UpdateOutcome {}

    record Stale() implements UpdateOutcome {}

    record UnknownAccount() implements UpdateOutcome {}
}
