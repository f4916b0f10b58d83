/** The command line of {@code ./dao perf <command>}, and what all commands have in common. */
@NullMarked
package com.rechain.dao.perf.cli;

import org.jspecify.annotations.NullMarked;
