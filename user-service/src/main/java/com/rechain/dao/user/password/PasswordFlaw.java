package com.rechain.dao.user.password;

/** Why a password is refused. */
public enum PasswordFlaw {
    TOO_SHORT("min-length", "must have at least 15 characters"),
    TOO_LONG("max-length", "must have at most 128 characters"),
    ILL_FORMED("unicode", "must be valid Unicode"),
    COMMON(
            "common",
            "is one of the passwords that are tried first, or one made longer in a simple way"),
    ABOUT_YOU("context", "consists mostly of your own names or ours");

    private final String rule;
    private final String message;

    PasswordFlaw(String rule, String message) {
        this.rule = rule;
        this.message = message;
    }

    /** The stable name of the rule. */
    public String rule() {
        return rule;
    }

    /** What is wrong, for people. */
    public String message() {
        return message;
    }
}
