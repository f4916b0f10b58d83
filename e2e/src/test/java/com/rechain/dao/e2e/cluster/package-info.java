/**
 * The chart on a real cluster: whatever {@code KUBECONFIG} names. A {@link
 * com.rechain.dao.e2e.cluster.Release} is installed with databases of its own into a namespace that
 * enforces the strictest Pod Security level, used by all tests, and taken away at the end. What a
 * cluster cannot be asked in general comes from the environment: see {@link
 * com.rechain.dao.e2e.cluster.Cluster}.
 */
package com.rechain.dao.e2e.cluster;
