/** The voting systems: which ballots are valid and how a finished tally is decided. */
@NullMarked
package com.rechain.dao.tally.system;

import org.jspecify.annotations.NullMarked;
