package com.rechain.dao.user.password;

/**
 * More passwords are waiting to be hashed than may wait. Nothing was done; trying again later may
 * work.
 */
public final class HashPoolFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HashPoolFullException() {
        // Thrown under a flood: neither a stack trace nor suppressed exceptions are worth their
        // cost.
        super("the hash pool is full", null, false, false);
    }
}
