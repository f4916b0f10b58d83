/** Real databases, cache and broker for integration tests, embedded or in containers. */
@NullMarked
package com.rechain.dao.test.backing;

import org.jspecify.annotations.NullMarked;
