/**
 * The public HTTP server: listening, deadlines of headers, draining, and the order of the checks.
 */
@NullMarked
package com.rechain.dao.gateway.server;

import org.jspecify.annotations.NullMarked;
