/** The check of access tokens at the edge. */
@NullMarked
package com.rechain.dao.gateway.auth;

import org.jspecify.annotations.NullMarked;
