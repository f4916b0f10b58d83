/** Strict reading and canonical writing of JSON (RFC 8785). */
@NullMarked
package com.rechain.dao.tally.json;

import org.jspecify.annotations.NullMarked;
