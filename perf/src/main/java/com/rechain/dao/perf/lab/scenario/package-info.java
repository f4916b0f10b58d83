/**
 * What the load lab does: types, scenarios and scales of tests, read from {@code
 * perf/scenarios.yaml}.
 */
@NullMarked
package com.rechain.dao.perf.lab.scenario;

import org.jspecify.annotations.NullMarked;
