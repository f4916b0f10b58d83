/** What a run sees of the machine, the processes, the services and their servers, once a second. */
@NullMarked
package com.rechain.dao.perf.lab.watch;

import org.jspecify.annotations.NullMarked;
