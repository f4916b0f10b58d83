/**
 * The micro-cache for public answers. What a service calls {@code public} is kept for the second it
 * says and purged by event; one request per answer goes to the service however many ask. A request
 * that could get something of its own ({@link com.rechain.dao.gateway.cache.Shareable}) passes by.
 *
 * <ol>
 *   <li>{@link com.rechain.dao.gateway.cache.MicroCache} looks for a {@link
 *       com.rechain.dao.gateway.cache.StoredAnswer} and hands it out, or has the {@link
 *       com.rechain.dao.gateway.cache.Visit} wait for a fill;
 *   <li>{@link com.rechain.dao.gateway.cache.Fill} asks the service once for all who wait;
 *   <li>{@link com.rechain.dao.gateway.cache.Freshness} says what may be kept, and for how long;
 *   <li>{@link com.rechain.dao.gateway.cache.Purges} knows what was changed since, by tags that
 *       come from {@link com.rechain.dao.gateway.cache.PurgeListener}.
 * </ol>
 */
@NullMarked
package com.rechain.dao.gateway.cache;

import org.jspecify.annotations.NullMarked;
