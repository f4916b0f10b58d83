/** The smallest service there can be: notes, written over HTTP and by events, read back. */
@NullMarked
package com.rechain.dao.platform.trial;

import org.jspecify.annotations.NullMarked;
