/** What every process tells of itself: labels and buckets of all meters, and the machine below. */
@NullMarked
package com.rechain.dao.platform.metric;

import org.jspecify.annotations.NullMarked;
