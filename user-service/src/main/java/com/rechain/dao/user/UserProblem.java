package com.rechain.dao.user;

import com.rechain.dao.platform.problem.ProblemType;

/** The errors that only user-service answers. The code is a contract; the title may be reworded. */
public enum UserProblem implements ProblemType {
    INVALID_CREDENTIALS(401, "The e-mail address or the password is wrong"),
    INVALID_REFRESH_TOKEN(401, "The session has ended; sign in again"),
    ACCOUNT_SUSPENDED(403, "The account is suspended"),
    WRONG_PASSWORD(403, "The present password is wrong"),
    EMAIL_TAKEN(409, "The e-mail address belongs to another account"),
    HANDLE_TAKEN(409, "The handle belongs to another account"),
    SLUG_TAKEN(409, "The slug belongs to another space"),
    SETTINGS_BY_PROPOSAL_ONLY(409, "Only a proposal changes the settings of the space"),
    SETTINGS_UNUSABLE(409, "Nobody could publish a proposal under these settings"),
    EXECUTION_REUSED(409, "Another action was carried out under this id"),
    LAST_OWNER(409, "A space needs at least one owner"),
    TOO_MANY_DELEGATIONS(409, "You delegate for too many topics and proposals"),
    DELEGATE_NOT_A_MEMBER(422, "A delegate is no member of the space");

    private final int status;
    private final String title;

    UserProblem(int status, String title) {
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
