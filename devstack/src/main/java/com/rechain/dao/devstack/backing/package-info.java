/**
 * The real servers the platform stands on: a database with a replica, a cache and a broker, as
 * child processes.
 */
@NullMarked
package com.rechain.dao.devstack.backing;

import org.jspecify.annotations.NullMarked;
