/**
 * Names the bottleneck of a run: {@code ./dao perf diagnose}.
 *
 * <p>{@link com.rechain.dao.perf.diagnose.FigureSheet} turns what was observed into figures per
 * request and per second. Each {@link com.rechain.dao.perf.diagnose.Rule} looks at a few of them,
 * next to those of a healthy run, and accuses one {@link com.rechain.dao.perf.diagnose.Cause} or
 * none. {@link com.rechain.dao.perf.diagnose.Diagnosis} drops what another finding explains and
 * ranks the rest.
 */
@NullMarked
package com.rechain.dao.perf.diagnose;

import org.jspecify.annotations.NullMarked;
