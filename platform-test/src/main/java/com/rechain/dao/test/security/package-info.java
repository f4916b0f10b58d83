/** Access tokens for any user, good and bad, and the keys to check them with. */
@NullMarked
package com.rechain.dao.test.security;

import org.jspecify.annotations.NullMarked;
