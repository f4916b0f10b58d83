/**
 * Keeps what operators see true: {@link com.rechain.dao.observability.AlertsTest every alert} has a
 * severity, a runbook and test cases, {@link com.rechain.dao.observability.BriefTest every
 * threshold} of the performance brief has an alert, and {@link
 * com.rechain.dao.observability.MetricNamesTest every expression} names only metrics that the
 * platform exports. What Prometheus itself says of the files is {@link
 * com.rechain.dao.observability.PrometheusToolsTest}.
 */
@NullMarked
package com.rechain.dao.observability;

import org.jspecify.annotations.NullMarked;
