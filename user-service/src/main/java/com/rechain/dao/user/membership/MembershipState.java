package com.rechain.dao.user.membership;

/** Whether a membership is in force. */
public enum MembershipState {
    ACTIVE,
    LEFT
}
