package com.rechain.dao.proposal;

import com.rechain.dao.platform.problem.ProblemType;

/** The errors only this API answers, beside those of every service. The code is a contract. */
public enum ProposalProblem implements ProblemType {
    SCHEDULE_PASSED(409, "The schedule of the draft can no longer be kept"),
    MEMBERSHIP_UNKNOWN(503, "Whether you are a member cannot be found out at the moment");

    private final int status;
    private final String title;

    ProposalProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
