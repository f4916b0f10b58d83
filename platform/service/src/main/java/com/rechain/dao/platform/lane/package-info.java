/** Sixteen parts of everything that has a key, each small enough to lie on one shard. */
@NullMarked
package com.rechain.dao.platform.lane;

import org.jspecify.annotations.NullMarked;
