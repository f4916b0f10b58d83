/**
 * Who is calling: the access token of a request, verified, as a {@link
 * com.rechain.dao.platform.auth.Caller}.
 */
@NullMarked
package com.rechain.dao.platform.auth;

import org.jspecify.annotations.NullMarked;
