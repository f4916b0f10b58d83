/**
 * What the HTTP resources share: entity tags, the error catalogue's documentation, the caller's
 * address.
 */
@NullMarked
package com.rechain.dao.user.web;

import org.jspecify.annotations.NullMarked;
