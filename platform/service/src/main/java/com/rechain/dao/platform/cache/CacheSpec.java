package com.rechain.dao.platform.cache;

import java.time.Duration;

/**
 * What a cache is: declared once, everything else follows.
 *
 * @param name in metrics and in the keys in Redis
 * @param ttl how long an entry may live when its invalidation is lost; shortened by up to a tenth
 *     at random, so that entries made together do not expire together
 * @param negativeTtl the same for "there is no such thing"
 * @param maximumEntries how many the process keeps
 */
public record CacheSpec(String name, Duration ttl, Duration negativeTtl, long maximumEntries) {}
