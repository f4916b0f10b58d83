package com.rechain.dao.user.login;

import com.rechain.dao.user.account.AccountView;
import com.rechain.dao.user.session.OpenedSession;
import java.time.Duration;

/** What became of an attempt to sign in. */
public sealed interface LoginOutcome {
    record SignedIn(OpenedSession session, AccountView account) implements LoginOutcome {}

    /** No such account or not its password: the caller is not told which. */
    record WrongCredentials() implements LoginOutcome {}

    /** The password was right. */
    record Suspended() implements LoginOutcome {}

    record Throttled(Duration delay) implements LoginOutcome {}
}
