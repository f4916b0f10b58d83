package com.rechain.dao.user.session;

/** Why a session was revoked before its time. */
public enum EndReason {
    SIGNED_OUT,
    REVOKED_BY_HOLDER,
    PASSWORD_CHANGED,
    TOKEN_REUSED,
    ACCOUNT_CLOSED,
    ACCOUNT_SUSPENDED
}
