/**
 * {@code ./dao bench}: which rows there are ({@link com.rechain.dao.perf.bench.Rows}), and the
 * command that measures, lists and compares them.
 */
@NullMarked
package com.rechain.dao.perf.bench;

import org.jspecify.annotations.NullMarked;
