package com.rechain.dao.user.execution;

import com.rechain.dao.platform.problem.Problem;

/** What became of an action. */
public sealed interface ExecutionOutcome {
    /** It is done, now or before. */
    record Done(String result) implements ExecutionOutcome {}

    /** It cannot be done as it is; nothing has changed. */
    record Refused(Problem problem) implements ExecutionOutcome {}
}
