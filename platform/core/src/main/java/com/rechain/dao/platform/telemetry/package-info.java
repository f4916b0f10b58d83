/**
 * What a process tells the outside about itself beyond its own pages: spans and pushed metrics,
 * both over OTLP and both off by default. {@link com.rechain.dao.platform.telemetry.Tracing}
 * records, {@link com.rechain.dao.platform.telemetry.Telemetry} reads the settings.
 */
@NullMarked
package com.rechain.dao.platform.telemetry;

import org.jspecify.annotations.NullMarked;
