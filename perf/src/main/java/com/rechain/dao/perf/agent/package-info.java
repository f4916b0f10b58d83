/** Faults that are put into a service's JVM from outside. Nothing of the platform knows of it. */
@NullMarked
package com.rechain.dao.perf.agent;

import org.jspecify.annotations.NullMarked;
