package com.rechain.dao.devstack.backing;

/** A database account. */
public record Account(String name, String password) {

    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}
