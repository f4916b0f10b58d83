/** What a load takes, and what gives way first: {@code ./dao perf capacity}. */
@NullMarked
package com.rechain.dao.perf.capacity;

import org.jspecify.annotations.NullMarked;
