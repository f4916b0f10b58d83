package com.rechain.dao.user.login;

import java.time.Duration;

/** How many attempts there were within a window, and how long until it ends. */
record AttemptCount(long attempts, Duration left) {}
