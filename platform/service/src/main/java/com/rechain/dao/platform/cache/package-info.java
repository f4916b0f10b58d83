/**
 * Two tiers of cache, in the process and in Redis, whose entries carry the version of what they
 * show.
 */
@NullMarked
package com.rechain.dao.platform.cache;

import org.jspecify.annotations.NullMarked;
