package com.rechain.dao.proposal.proposal.execution;

/** How far an action has come. */
public enum ActionStatus {
    PENDING,
    DONE,
    /** It is tried again only when somebody asks for it. */
    FAILED
}
