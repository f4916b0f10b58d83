package com.rechain.dao.proposal.search;

import com.rechain.dao.proposal.proposal.ProposalState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which proposals a list shows. Drafts are only ever shown to their author, who asks for their own.
 *
 * @param expression of boolean full-text mode
 * @param own whether {@code authorId} is the reader
 */
record ProposalFilter(
        @Nullable UUID spaceId,
        @Nullable ProposalState state,
        @Nullable UUID authorId,
        boolean own,
        @Nullable String label,
        @Nullable String expression,
        ListSort sort,
        int limit,
        @Nullable String cursor) {

    /**
     * Whether everyone who asks this gets the same, and many will: a first page without special
     * wishes.
     */
    boolean isCommon() {
        return authorId == null
                && label == null
                && expression == null
                && cursor == null
                && limit == 20;
    }
}
