/** What our figures stand next to: the same database without us, and nginx. */
@NullMarked
package com.rechain.dao.perf.peer;

import org.jspecify.annotations.NullMarked;
