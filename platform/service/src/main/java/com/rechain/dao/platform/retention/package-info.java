/** Deleting what has been kept for long enough. */
@NullMarked
package com.rechain.dao.platform.retention;

import org.jspecify.annotations.NullMarked;
