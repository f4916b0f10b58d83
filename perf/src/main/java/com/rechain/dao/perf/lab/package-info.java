/**
 * The load lab: {@code ./dao perf run} puts a platform under load with k6, Artillery or JMeter and
 * keeps what it saw.
 *
 * <p>{@link com.rechain.dao.perf.lab.RunCommand} reads {@code perf/scenarios.yaml} ({@code
 * scenario}), opens a platform and makes people and proposals on it ({@code community}), and lets
 * each cell run by each tool ({@link com.rechain.dao.perf.lab.CellRun}): the tool is told by a job
 * file and writes a line for each request ({@code tool}, {@code request}), while {@code observe}
 * looks at everything once a second. Then {@code reconcile} compares what was acknowledged with the
 * databases and the event log, and {@code result} holds the figures against the brief's tables and
 * the goals, in one folder for {@code ./dao perf report} ({@code page}).
 */
@NullMarked
package com.rechain.dao.perf.lab;

import org.jspecify.annotations.NullMarked;
