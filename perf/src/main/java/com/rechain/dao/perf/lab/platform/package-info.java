/** The platform under load, and the people and proposals on it that a test needs. */
@NullMarked
package com.rechain.dao.perf.lab.platform;

import org.jspecify.annotations.NullMarked;
