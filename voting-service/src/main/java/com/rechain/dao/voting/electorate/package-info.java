/** Who may vote with what weight, frozen when voting starts. */
@NullMarked
package com.rechain.dao.voting.electorate;

import org.jspecify.annotations.NullMarked;
