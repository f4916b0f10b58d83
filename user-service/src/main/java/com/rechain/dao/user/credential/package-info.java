/** How people prove who they are: registration with a password, and the stored proofs. */
@NullMarked
package com.rechain.dao.user.credential;

import org.jspecify.annotations.NullMarked;
