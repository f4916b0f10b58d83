/** Keyset paging: limits, opaque cursors, pages. */
@NullMarked
package com.rechain.dao.platform.paging;

import org.jspecify.annotations.NullMarked;
