/** Exact numbers. */
@NullMarked
package com.rechain.dao.tally.exact;

import org.jspecify.annotations.NullMarked;
