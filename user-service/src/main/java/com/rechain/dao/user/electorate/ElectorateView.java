package com.rechain.dao.user.electorate;

import com.rechain.dao.user.weight.Weight;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of an electorate, by user id.
 *
 * @param next what to send as {@code after} for the next page; null when there is none. A page may
 *     have fewer entries than its limit, even none, and still not be the last.
 */
public record ElectorateView(Instant at, List<Entry> entries, @Nullable UUID next) {
    /** Who may vote, and with which weight; never 0. */
    public record Entry(UUID userId, Weight weight) {}
}
