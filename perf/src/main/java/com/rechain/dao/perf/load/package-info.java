/**
 * Open-loop load: requests leave when they are due, whether or not earlier ones have been answered.
 */
@NullMarked
package com.rechain.dao.perf.load;

import org.jspecify.annotations.NullMarked;
