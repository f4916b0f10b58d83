package com.rechain.dao.user.account;

import java.util.List;

/** What became of the wish to close an account. */
public sealed interface CloseOutcome {
    record Closed() implements CloseOutcome {}

    record UnknownAccount() implements CloseOutcome {}

    record Hindered(List<String> obstacles) implements CloseOutcome {}
}
