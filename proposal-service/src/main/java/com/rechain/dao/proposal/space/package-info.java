/** What this service knows of spaces, and the live question who is a member. */
@NullMarked
package com.rechain.dao.proposal.space;

import org.jspecify.annotations.NullMarked;
