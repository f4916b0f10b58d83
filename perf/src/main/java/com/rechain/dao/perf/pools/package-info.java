/** {@code ./dao perf pools}: how many connections a database makes use of. */
@NullMarked
package com.rechain.dao.perf.pools;

import org.jspecify.annotations.NullMarked;
