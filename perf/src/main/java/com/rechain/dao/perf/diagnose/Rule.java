package com.rechain.dao.perf.diagnose;

import java.util.stream.Stream;

/** Looks at a few figures and accuses one cause, or nobody. */
@FunctionalInterface
interface Rule {
    Stream<Finding> look(Sight sight);
}
