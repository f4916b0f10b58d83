/**
 * The only public door of the platform. The way of one request, all of it on an event loop:
 *
 * <ol>
 *   <li>{@link com.rechain.dao.gateway.server.FrontDoor} takes it from the HTTP server, whose
 *       decoder has refused what two parsers could read in two ways;
 *   <li>{@link com.rechain.dao.gateway.edge.EdgeRules} checks method, framing, sizes and path, and
 *       {@link com.rechain.dao.gateway.route.RouteTable} names the one service it may go to;
 *   <li>{@link com.rechain.dao.gateway.auth.EdgeAuth} refuses a bad access token; services check it
 *       again;
 *   <li>{@link com.rechain.dao.gateway.forward.Exchange} asks the {@link
 *       com.rechain.dao.gateway.upstream.Upstream} for an instance, passes the request on and,
 *       where nothing can have happened twice, tries another instance;
 *   <li>{@link com.rechain.dao.gateway.forward.ResponseRelay} streams the answer back.
 * </ol>
 *
 * <p>Whatever the gateway itself answers comes from {@link com.rechain.dao.gateway.GatewayProblem}.
 */
@NullMarked
package com.rechain.dao.gateway;

import org.jspecify.annotations.NullMarked;
