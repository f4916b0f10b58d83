/** What this service's tests share: people who use its API. */
@NullMarked
package com.rechain.dao.user.support;

import org.jspecify.annotations.NullMarked;
