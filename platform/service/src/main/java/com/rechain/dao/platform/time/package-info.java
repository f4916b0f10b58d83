/** The time that decides: UTC, in microseconds, corrected to the primary database's clock. */
@NullMarked
package com.rechain.dao.platform.time;

import org.jspecify.annotations.NullMarked;
