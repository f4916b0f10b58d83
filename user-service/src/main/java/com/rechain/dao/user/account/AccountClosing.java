package com.rechain.dao.user.account;

import java.util.List;
import java.util.UUID;

/**
 * Something that depends on an account and has to give way when it is closed. Runs in the closing
 * transaction.
 */
public interface AccountClosing {
    /** Why the account cannot be closed yet, for people; empty when nothing stands against it. */
    default List<String> obstacles(UUID accountId) {
        return List.of();
    }

    /** Gives up what belongs to the account. */
    void close(UUID accountId);

    /** Ends what lets the holder in, while the account itself stays. */
    default void suspend(UUID accountId) {}
}
