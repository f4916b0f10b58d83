/** Decisions and the arithmetic that leads to them, number by number. */
@NullMarked
package com.rechain.dao.tally.outcome;

import org.jspecify.annotations.NullMarked;
