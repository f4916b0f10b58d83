package com.rechain.dao.proposal.space;

/** What user-service said to an action. */
public sealed interface ExecutionReply {
    /** It is done, now or before. */
    record Done(String detail) implements ExecutionReply {}

    /** It will never be done as it is. */
    record Refused(String detail) implements ExecutionReply {}

    /** No clear answer: it may have been done. */
    record Unknown(String detail) implements ExecutionReply {}
}
