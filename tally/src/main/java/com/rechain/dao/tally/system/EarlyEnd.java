package com.rechain.dao.tally.system;

/** Why a vote may end before its time. */
public enum EarlyEnd {
    /** Nothing that is still to come could change the outcome. */
    DECIDED,
    /** It passes, and so much is in favour that the rules let it end at once. */
    SUPER_QUORUM
}
