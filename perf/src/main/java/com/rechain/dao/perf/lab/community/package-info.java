/** The people, proposals and rows on a platform that a test of the lab needs. */
@NullMarked
package com.rechain.dao.perf.lab.community;

import org.jspecify.annotations.NullMarked;
