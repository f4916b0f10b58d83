package com.rechain.dao.user.space;

/** Who can find a space. */
public enum Visibility {
    /** Everybody: it is listed, and anybody may join. */
    PUBLIC,
    /** Whoever knows its address; anybody who does may join. */
    UNLISTED,
    /** Its members only; to others it does not exist. */
    PRIVATE
}
