package com.rechain.dao.voting;

import com.rechain.dao.platform.problem.ProblemType;

/** The errors that only voting answers. */
public enum VotingProblem implements ProblemType {
    NOT_ELIGIBLE(403, "You have no vote on this proposal"),
    RESULT_NOT_READY(404, "There is no certified result yet"),
    NO_WEIGHT_LEFT(409, "Those whose weight you had have voted themselves"),
    ALREADY_VOTED(409, "Your ballot on this proposal cannot be changed"),
    WITHDRAWAL_NOT_ALLOWED(409, "The rules of this proposal let nobody withdraw a ballot"),
    INVALID_BALLOT(422, "The ballot breaks a rule of its voting system"),
    RESULT_SEALED(423, "Hidden until voting closes");

    private final int status;
    private final String title;

    VotingProblem(int status, String title) {
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
