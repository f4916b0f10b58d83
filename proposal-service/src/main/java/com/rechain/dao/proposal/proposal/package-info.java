/** The proposal itself: its row, its state at an instant, who may see it, how it is shown. */
@NullMarked
package com.rechain.dao.proposal.proposal;

import org.jspecify.annotations.NullMarked;
