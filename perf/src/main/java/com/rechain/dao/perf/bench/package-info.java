/** The rows that {@code ./dao bench} measures and prints. */
@NullMarked
package com.rechain.dao.perf.bench;

import org.jspecify.annotations.NullMarked;
