/** The services as processes: how many of each, on which ports, with which settings. */
@NullMarked
package com.rechain.dao.devstack.fleet;

import org.jspecify.annotations.NullMarked;
