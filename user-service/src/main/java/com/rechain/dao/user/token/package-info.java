/** Access tokens: the keys that sign them, how those rotate, and the key set that is published. */
@NullMarked
package com.rechain.dao.user.token;

import org.jspecify.annotations.NullMarked;
