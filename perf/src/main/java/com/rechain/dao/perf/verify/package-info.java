/** Says whether one set of runs is better than another: {@code ./dao perf verify}. */
@NullMarked
package com.rechain.dao.perf.verify;

import org.jspecify.annotations.NullMarked;
