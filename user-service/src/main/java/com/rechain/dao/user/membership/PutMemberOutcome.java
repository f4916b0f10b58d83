package com.rechain.dao.user.membership;

/** What became of giving somebody a role or a weight. */
public sealed interface PutMemberOutcome {
    record Added(MemberView member) implements PutMemberOutcome {}

    record Changed(MemberView member) implements PutMemberOutcome {}

    record NotAllowed() implements PutMemberOutcome {}

    record LastOwner() implements PutMemberOutcome {}

    record UnknownAccount() implements PutMemberOutcome {}

    /** There is none, or none that the caller may see. */
    record UnknownSpace() implements PutMemberOutcome {}
}
