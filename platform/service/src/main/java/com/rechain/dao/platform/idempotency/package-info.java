/**
 * Requests that may be repeated: the answer to an Idempotency-Key is stored with the change it
 * reports (R4).
 */
@NullMarked
package com.rechain.dao.platform.idempotency;

import org.jspecify.annotations.NullMarked;
