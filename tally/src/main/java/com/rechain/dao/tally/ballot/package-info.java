/** What a voter chose and the additive counters that choices are summed into. */
@NullMarked
package com.rechain.dao.tally.ballot;

import org.jspecify.annotations.NullMarked;
