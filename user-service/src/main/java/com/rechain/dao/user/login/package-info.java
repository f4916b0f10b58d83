/** Signing in and out, refreshing, changing the password, and the brake on guessing. */
@NullMarked
package com.rechain.dao.user.login;

import org.jspecify.annotations.NullMarked;
