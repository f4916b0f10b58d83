package com.rechain.dao.user.membership;

/** What became of the wish to leave a space. */
public sealed interface LeaveOutcome {
    /** Not a member any more, be it since now or before. */
    record Left() implements LeaveOutcome {}

    record LastOwner() implements LeaveOutcome {}

    /** There is none, or none that the caller may see. */
    record UnknownSpace() implements LeaveOutcome {}
}
