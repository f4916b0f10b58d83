package com.rechain.dao.platform.event;

import java.util.Set;

/**
 * Applies events of some types. Its effect commits together with the note that the event has been
 * seen.
 */
public interface EventHandler {
    /** The types it applies, with their major version. */
    Set<String> types();

    /**
     * Applies {@code event} within the current transaction.
     *
     * @throws PoisonEventException when its payload can never be applied
     */
    void handle(Event event);
}
