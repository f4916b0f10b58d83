package com.rechain.dao.proposal.space;

/** Who may look into a space. */
public enum SpaceVisibility {
    /** Everyone; its proposals stand in the lists over all spaces. */
    PUBLIC,
    /** Everyone who knows where it is. */
    UNLISTED,
    /** Its members. */
    PRIVATE
}
