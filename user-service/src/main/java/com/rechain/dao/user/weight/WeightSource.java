package com.rechain.dao.user.weight;

/** What gave somebody a weight. */
public enum WeightSource {
    /** Founding the space. */
    FOUNDED,
    /** Joining it. */
    JOINED,
    /** An owner or admin, for this one member. */
    SET,
    /** An owner or admin, for many at once. */
    IMPORTED,
    /** A proposal of the space. */
    DECIDED,
    /** Leaving it, which ends every weight. */
    LEFT
}
