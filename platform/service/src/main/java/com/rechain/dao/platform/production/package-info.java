/** Checks at start-up that a service is configured as production needs it. */
@NullMarked
package com.rechain.dao.platform.production;

import org.jspecify.annotations.NullMarked;
