package com.rechain.dao.proposal.space;

/** What a member may do in a space, as user-service names it. */
public enum SpaceRole {
    MEMBER(0),
    AUTHOR(1),
    GUARDIAN(1),
    MODERATOR(2),
    ADMIN(3),
    OWNER(4);

    private final int rank;

    SpaceRole(int rank) {
        this.rank = rank;
    }

    /** Whether this role may do what {@code least} may. */
    public boolean isAtLeast(SpaceRole least) {
        return rank >= least.rank;
    }

    /** Whether this role may call off other people's proposals and take down their comments. */
    public boolean moderates() {
        return this == GUARDIAN || isAtLeast(MODERATOR);
    }
}
