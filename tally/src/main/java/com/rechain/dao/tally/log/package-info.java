/** Merkle trees over SHA-256 as in RFC 6962. */
@NullMarked
package com.rechain.dao.tally.log;

import org.jspecify.annotations.NullMarked;
