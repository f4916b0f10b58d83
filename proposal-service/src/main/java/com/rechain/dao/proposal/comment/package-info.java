/** The discussion below a proposal. */
@NullMarked
package com.rechain.dao.proposal.comment;

import org.jspecify.annotations.NullMarked;
