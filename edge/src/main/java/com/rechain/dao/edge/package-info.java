/**
 * What stands between people and the gateway, as code.
 *
 * <p>{@link com.rechain.dao.edge.Synthesis} writes two CloudFormation templates: {@link
 * com.rechain.dao.edge.EdgeStack}, the distribution that is everywhere, and {@link
 * com.rechain.dao.edge.OriginStack}, the load balancer in the cluster's region. What may be cached
 * is decided by the header of each answer; {@link com.rechain.dao.edge.CachePolicies} and {@link
 * com.rechain.dao.edge.Behaviors} say what those headers can reach.
 */
@NullMarked
package com.rechain.dao.edge;

import org.jspecify.annotations.NullMarked;
