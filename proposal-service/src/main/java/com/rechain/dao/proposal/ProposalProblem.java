package com.rechain.dao.proposal;

import com.rechain.dao.platform.problem.ProblemType;

/** The errors only this API answers, beside those of every service. The code is a contract. */
public enum ProposalProblem implements ProblemType {
    SCHEDULE_PASSED(409, "The schedule of the draft can no longer be kept"),
    PROPOSAL_THRESHOLD(403, "It takes more own weight to propose here"),
    TOO_MANY_PROPOSALS(409, "The author has as many proposals as the space allows"),
    OWN_PROPOSAL(403, "Nobody signs a proposal of their own"),
    DEFAULT_RULES_UNFIT(409, "The space's default rules do not fit the voting system"),
    PREDECESSOR_UNKNOWN(409, "The predecessor is not a published proposal of the space"),
    EXECUTION_UNDER_WAY(409, "An action of the proposal is being carried out"),
    ACTION_NOT_OPEN(409, "The action cannot be noted as done"),
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
