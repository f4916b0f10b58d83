package com.rechain.dao.voting.space;

/** Whether somebody is a member of a space. Callers treat {@link Unknown} as "no". */
public sealed interface Membership {
    record Member() implements Membership {}

    record NotMember() implements Membership {}

    /** user-service could not be asked. */
    record Unknown(String cause) implements Membership {}
}
