/**
 * What every row of the bench stands on: its declaration, the rounds it is measured in, and a
 * platform of its own.
 */
@NullMarked
package com.rechain.dao.perf.bench.trial;

import org.jspecify.annotations.NullMarked;
