package com.rechain.dao.user.login;

import com.rechain.dao.user.password.PasswordFlaw;
import java.time.Duration;

/** What became of the wish for another password. */
public sealed interface PasswordChangeOutcome {
    record Changed() implements PasswordChangeOutcome {}

    record WrongPassword() implements PasswordChangeOutcome {}

    record Flawed(PasswordFlaw flaw) implements PasswordChangeOutcome {}

    record Throttled(Duration delay) implements PasswordChangeOutcome {}
}
