package com.rechain.dao.perf.load;

/** A request and the instant at which it was due, in nanoseconds of the system's timer. */
record Due(PlannedRequest request, long at) {}
