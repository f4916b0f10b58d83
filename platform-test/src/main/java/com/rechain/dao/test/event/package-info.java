/** Reading topics in tests. */
@NullMarked
package com.rechain.dao.test.event;

import org.jspecify.annotations.NullMarked;
