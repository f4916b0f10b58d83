/**
 * The load lab in JMeter: {@link com.rechain.dao.perf.jmeter.Plans} makes the committed {@code
 * perf/jmeter/*.jmx}, which JMeter's own window opens too, and {@link
 * com.rechain.dao.perf.jmeter.JmeterRun} runs one of them.
 */
@NullMarked
package com.rechain.dao.perf.jmeter;

import org.jspecify.annotations.NullMarked;
