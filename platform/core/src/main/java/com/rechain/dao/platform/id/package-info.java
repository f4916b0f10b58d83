/** Identifiers made by the application. */
@NullMarked
package com.rechain.dao.platform.id;

import org.jspecify.annotations.NullMarked;
