/** A run, or two side by side, as one HTML page that needs nothing else. */
@NullMarked
package com.rechain.dao.perf.lab.page;

import org.jspecify.annotations.NullMarked;
