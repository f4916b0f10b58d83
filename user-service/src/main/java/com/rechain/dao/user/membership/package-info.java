/** Who belongs to a space, in which role, and the rules of giving and losing one. */
@NullMarked
package com.rechain.dao.user.membership;

import org.jspecify.annotations.NullMarked;
