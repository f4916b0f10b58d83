package com.rechain.dao.user.space;

import java.time.Instant;
import java.util.UUID;

/** What a space has to know of its members. Answered on the primary, in the transaction at hand. */
public interface SpaceMembers {
    /** Makes the founder of a new space its first owner. */
    void found(UUID spaceId, UUID founder, Instant now);

    /** How somebody stands to a space. */
    Standing standing(UUID spaceId, UUID accountId);

    /** How somebody stands to a space. */
    enum Standing {
        STRANGER,
        MEMBER,
        /** May change what the space says of itself. */
        STEWARD
    }
}
