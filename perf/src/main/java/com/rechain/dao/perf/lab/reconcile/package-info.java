/**
 * Whether what was acknowledged is there exactly once, with its content, in the databases and in
 * the event log.
 */
@NullMarked
package com.rechain.dao.perf.lab.reconcile;

import org.jspecify.annotations.NullMarked;
