package com.rechain.dao.gateway.auth;

import com.rechain.dao.platform.problem.Problem;

/** What the edge makes of a request's credentials. */
public sealed interface AuthVerdict {
    /** There are none: the service decides what a stranger may do. */
    record Anonymous() implements AuthVerdict {}

    /** A genuine token that is in force. */
    record Genuine() implements AuthVerdict {}

    /** Something else, answered with {@code problem}. */
    record Refused(Problem problem) implements AuthVerdict {}
}
