/** What a password may be, and how it is hashed without letting hashing starve everything else. */
@NullMarked
package com.rechain.dao.user.password;

import org.jspecify.annotations.NullMarked;
