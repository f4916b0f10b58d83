/** Hand-written stand-ins for other services, spoken to over real HTTP. */
@NullMarked
package com.rechain.dao.test.fake;

import org.jspecify.annotations.NullMarked;
