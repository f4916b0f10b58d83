/**
 * What the chart renders, behaviour by behaviour. {@link com.rechain.dao.chart.Chart} renders,
 * {@link com.rechain.dao.chart.Manifests} is what came out; a test asks it for an object and looks
 * at its fields.
 */
@NullMarked
package com.rechain.dao.chart;

import org.jspecify.annotations.NullMarked;
