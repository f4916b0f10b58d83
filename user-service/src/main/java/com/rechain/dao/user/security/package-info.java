/** The security event log and the checks of the configuration before production. */
@NullMarked
package com.rechain.dao.user.security;

import org.jspecify.annotations.NullMarked;
