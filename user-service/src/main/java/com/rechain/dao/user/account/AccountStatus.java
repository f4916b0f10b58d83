package com.rechain.dao.user.account;

/** Whether an account may be used. */
public enum AccountStatus {
    ACTIVE,
    /** Kept as it is, but nobody can sign in to it. */
    SUSPENDED,
    /** Closed by its holder: what named the person is gone. */
    DELETED
}
