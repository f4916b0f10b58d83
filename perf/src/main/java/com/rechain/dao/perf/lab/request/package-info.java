/**
 * What a tool wrote of each request: read, counted by second and status, and kept as what a run
 * stands on.
 */
@NullMarked
package com.rechain.dao.perf.lab.request;

import org.jspecify.annotations.NullMarked;
