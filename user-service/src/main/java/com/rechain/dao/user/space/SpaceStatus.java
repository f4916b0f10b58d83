package com.rechain.dao.user.space;

/** Whether a space is in use. */
public enum SpaceStatus {
    ACTIVE
}
