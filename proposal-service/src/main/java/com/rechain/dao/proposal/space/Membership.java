package com.rechain.dao.proposal.space;

/** What user-service says of somebody's place in a space. */
public sealed interface Membership {
    /** An active member. */
    record Member(SpaceRole role) implements Membership {}

    /** Not a member, or the space does not exist. */
    record NotMember() implements Membership {}

    /** There was no answer; callers take it for "no". */
    record Unknown(String cause) implements Membership {}
}
