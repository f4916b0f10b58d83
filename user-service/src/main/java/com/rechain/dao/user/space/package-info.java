/** Spaces, the DAOs themselves: their names, their visibility, who may find them. */
@NullMarked
package com.rechain.dao.user.space;

import org.jspecify.annotations.NullMarked;
