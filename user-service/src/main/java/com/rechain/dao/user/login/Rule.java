package com.rechain.dao.user.login;

/** What attempts are counted under, and how many there may be within a window. */
record Rule(String key, int limit) {}
