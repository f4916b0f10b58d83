package com.rechain.dao.proposal.space;

import com.rechain.dao.platform.problem.Problem;

/** Whether somebody may act in a space. */
public sealed interface Admission {
    /** They may, in this role. */
    record Admitted(SpaceRole role) implements Admission {}

    /** They may not, or it cannot be found out; {@code problem} says which. */
    record Refused(Problem problem) implements Admission {}
}
