/** The services' instances as the gateway sees them: addresses, state, guards and choice. */
@NullMarked
package com.rechain.dao.gateway.upstream;

import org.jspecify.annotations.NullMarked;
