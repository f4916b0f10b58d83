/** Causes of slowness, put into a platform of the lab's own: {@code ./dao perf plant}. */
@NullMarked
package com.rechain.dao.perf.plant;

import org.jspecify.annotations.NullMarked;
