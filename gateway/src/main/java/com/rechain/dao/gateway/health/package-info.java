/** Whether the instances can serve, found by asking them, and the public page about it. */
@NullMarked
package com.rechain.dao.gateway.health;

import org.jspecify.annotations.NullMarked;
