/**
 * What a proposal froze: the voting system, quorum, approval, change of vote, visibility and ties.
 */
@NullMarked
package com.rechain.dao.tally.rules;

import org.jspecify.annotations.NullMarked;
