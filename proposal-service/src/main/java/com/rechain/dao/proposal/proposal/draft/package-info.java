/** Writing a proposal: create, edit with versions, discard. */
@NullMarked
package com.rechain.dao.proposal.proposal.draft;

import org.jspecify.annotations.NullMarked;
