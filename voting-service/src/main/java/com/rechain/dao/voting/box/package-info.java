/** Ballot boxes: what this service knows of a proposal, and who may see it. */
@NullMarked
package com.rechain.dao.voting.box;

import org.jspecify.annotations.NullMarked;
