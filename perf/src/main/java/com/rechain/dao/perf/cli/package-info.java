/** The command line of the load lab: {@code ./dao perf <command>}. */
@NullMarked
package com.rechain.dao.perf.cli;

import org.jspecify.annotations.NullMarked;
