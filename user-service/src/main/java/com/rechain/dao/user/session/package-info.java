/**
 * Where people are signed in: rotating refresh tokens, their theft detection, listing and revoking.
 */
@NullMarked
package com.rechain.dao.user.session;

import org.jspecify.annotations.NullMarked;
