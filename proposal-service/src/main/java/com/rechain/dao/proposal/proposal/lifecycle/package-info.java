/** Moving a published proposal: publish, start, conclude, cancel, each announced exactly once. */
@NullMarked
package com.rechain.dao.proposal.proposal.lifecycle;

import org.jspecify.annotations.NullMarked;
