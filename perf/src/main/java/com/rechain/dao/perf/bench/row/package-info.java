/**
 * The rows of the bench. Each declares its goals in one place and measures itself in rounds, in
 * each of which the peer that it names gets its turn too.
 */
@NullMarked
package com.rechain.dao.perf.bench.row;

import org.jspecify.annotations.NullMarked;
