package com.rechain.dao.user.delegation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What became of the wish to delegate. */
sealed interface PutDelegationsOutcome {
    record Delegated(DelegationsView all) implements PutDelegationsOutcome {}

    record UnknownSpace() implements PutDelegationsOutcome {}

    /** Only members have weight to give. */
    record NotAMember() implements PutDelegationsOutcome {}

    record ToOneself() implements PutDelegationsOutcome {}

    record ExpiryPassed(Instant now) implements PutDelegationsOutcome {}

    record DelegatesNotMembers(List<UUID> delegateIds) implements PutDelegationsOutcome {}

    record TooManyScopes(int most) implements PutDelegationsOutcome {}
}
