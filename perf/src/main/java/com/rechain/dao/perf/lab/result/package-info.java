/**
 * What a run found, as files in a folder of its own, and what it means against the brief's tables
 * and the goals.
 */
@NullMarked
package com.rechain.dao.perf.lab.result;

import org.jspecify.annotations.NullMarked;
