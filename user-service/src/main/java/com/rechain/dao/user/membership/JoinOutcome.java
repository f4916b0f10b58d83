package com.rechain.dao.user.membership;

/** What became of the wish to join a space. */
public sealed interface JoinOutcome {
    record Joined(MemberView member) implements JoinOutcome {}

    record AlreadyMember(MemberView member) implements JoinOutcome {}

    /** There is none, or none that the caller may see. */
    record UnknownSpace() implements JoinOutcome {}
}
