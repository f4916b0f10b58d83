/**
 * Weight given to others: members replace their set of delegates for a space, a topic or a
 * proposal, and voting-service fetches what was in force at an instant. What follows from it for a
 * ballot is worked out by {@link com.rechain.dao.tally.power}.
 */
@NullMarked
package com.rechain.dao.user.delegation;

import org.jspecify.annotations.NullMarked;
