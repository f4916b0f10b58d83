package com.rechain.dao.proposal.proposal.action;

/** The kinds of actions. */
public enum ActionKind {
    WEBHOOK,
    ROLE,
    SETTINGS,
    MANUAL
}
