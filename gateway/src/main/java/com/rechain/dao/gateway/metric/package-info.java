/** The gateway's own figures, with bounded label sets. */
@NullMarked
package com.rechain.dao.gateway.metric;

import org.jspecify.annotations.NullMarked;
