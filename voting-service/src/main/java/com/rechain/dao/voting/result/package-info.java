/** Closing: recount, comparison with the counters, certified result. */
@NullMarked
package com.rechain.dao.voting.result;

import org.jspecify.annotations.NullMarked;
