/** Voting weights as an append-only ledger of checkpoints, looked up at or before an instant. */
@NullMarked
package com.rechain.dao.user.weight;

import org.jspecify.annotations.NullMarked;
