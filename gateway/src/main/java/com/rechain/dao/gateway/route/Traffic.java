package com.rechain.dao.gateway.route;

/** How the requests of a route behave, which decides their limits. */
public enum Traffic {
    /** Small bodies, quick answers. */
    PLAIN,
    /** Large request bodies that take time to arrive and to be worked on. */
    BULK,
    /** Answers that go on for as long as the client listens. */
    STREAM
}
