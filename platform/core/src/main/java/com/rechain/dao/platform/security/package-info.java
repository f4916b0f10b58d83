/** Access tokens: which are accepted, and whom they name. */
@NullMarked
package com.rechain.dao.platform.security;

import org.jspecify.annotations.NullMarked;
