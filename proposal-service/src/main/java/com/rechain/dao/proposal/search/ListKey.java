package com.rechain.dao.proposal.search;

import com.rechain.dao.proposal.proposal.ProposalState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A list that many ask for: a first page without special wishes. */
record ListKey(@Nullable UUID spaceId, @Nullable ProposalState state, ListSort sort) {
    private static final String ALL = "ALL";

    static ListKey parse(String text) {
        String[] parts = text.split(" ", -1);
        return new ListKey(
                parts[0].equals(ALL) ? null : UUID.fromString(parts[0]),
                parts[1].equals(ALL) ? null : ProposalState.valueOf(parts[1]),
                ListSort.valueOf(parts[2]));
    }

    ProposalFilter filter() {
        return new ProposalFilter(spaceId, state, null, false, null, null, sort, 20, null);
    }

    /** What {@link #parse} reads. */
    @Override
    public String toString() {
        return (spaceId == null ? ALL : spaceId.toString())
                + ' '
                + (state == null ? ALL : state.name())
                + ' '
                + sort.name();
    }
}
