/** Reads from a replica that never go back in time: heartbeat, freshness tokens, routing. */
@NullMarked
package com.rechain.dao.platform.replica;

import org.jspecify.annotations.NullMarked;
