package com.rechain.dao.perf.lab.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Looks at one thing once; what it cannot see it leaves out. */
@FunctionalInterface
interface Probe {
    /** Adds what is to be seen now. */
    void into(ObjectNode second) throws Exception;
}
