package com.rechain.dao.proposal.proposal;

/** Whether somebody may see what is published in a space. */
public enum SpaceSight {
    /** Yes, as everyone may. */
    OPEN,
    /** Yes, as one of its members. */
    MEMBERS,
    /** No, or there is no such space. */
    HIDDEN,
    /** It cannot be found out now, so no. */
    UNDECIDED
}
