/** The running tally, from counters that change with the ballots. */
@NullMarked
package com.rechain.dao.voting.tally;

import org.jspecify.annotations.NullMarked;
