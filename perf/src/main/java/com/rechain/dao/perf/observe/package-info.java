/**
 * Watches a platform while it is under load: {@link com.rechain.dao.perf.observe.Observer} writes
 * down once a second what all {@code Source}s show, {@link com.rechain.dao.perf.observe.Timeline}
 * reads that again, and {@link com.rechain.dao.perf.observe.Evidence} answers questions about it.
 */
@NullMarked
package com.rechain.dao.perf.observe;

import org.jspecify.annotations.NullMarked;
