/**
 * The platforms that are put under load, watched and looked into. {@link
 * com.rechain.dao.perf.platform.Platform} is what all of them have in common: {@link
 * com.rechain.dao.perf.platform.OwnPlatform} is made for one command and goes with it, {@link
 * com.rechain.dao.perf.platform.RunningPlatform} is what {@code ./dao up} has started here, and
 * {@link com.rechain.dao.perf.platform.ForeignPlatform} is somebody else's. {@link
 * com.rechain.dao.perf.platform.Stores} opens the databases as the services do, and {@link
 * com.rechain.dao.perf.platform.Space} makes people and proposals through the public API.
 */
@NullMarked
package com.rechain.dao.perf.platform;

import org.jspecify.annotations.NullMarked;
