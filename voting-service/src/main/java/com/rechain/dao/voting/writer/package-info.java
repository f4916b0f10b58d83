/** The micro-batched writer: many ballots, one transaction, acknowledged after its commit. */
@NullMarked
package com.rechain.dao.voting.writer;

import org.jspecify.annotations.NullMarked;
