/**
 * What a vote leaves behind, in the one form that is hashed: entries of the electorate, ballots and
 * their receipts, the result. Whoever writes, shows or checks them does so by these texts.
 */
@NullMarked
package com.rechain.dao.tally.record;

import org.jspecify.annotations.NullMarked;
