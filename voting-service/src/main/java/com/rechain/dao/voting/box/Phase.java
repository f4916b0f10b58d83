package com.rechain.dao.voting.box;

/** Where a vote stands at an instant. At every instant exactly one holds. */
public enum Phase {
    PENDING,
    ACTIVE,
    TALLYING,
    CLOSED,
    HELD,
    CANCELED
}
