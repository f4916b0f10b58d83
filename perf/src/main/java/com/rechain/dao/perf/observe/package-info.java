/** Watches the processes of a platform while it is under load, and writes down what they show. */
@NullMarked
package com.rechain.dao.perf.observe;

import org.jspecify.annotations.NullMarked;
