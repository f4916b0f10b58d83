/**
 * Facts that cross services: written with the change (outbox), relayed to Kafka in order, applied
 * once (inbox).
 */
@NullMarked
package com.rechain.dao.platform.event;

import org.jspecify.annotations.NullMarked;
