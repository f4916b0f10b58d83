package com.rechain.dao.user.login;

import java.util.OptionalLong;

/** One attempt under a key that is to be forgotten, or without one all of them. */
record Forgetting(String key, OptionalLong attempt) {
    static Forgetting one(String key, long attempt) {
        return new Forgetting(key, OptionalLong.of(attempt));
    }

    static Forgetting all(String key) {
        return new Forgetting(key, OptionalLong.empty());
    }
}
