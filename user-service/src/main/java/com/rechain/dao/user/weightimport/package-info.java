/** Setting many weights at once from CSV or JSON: all of them or none. */
@NullMarked
package com.rechain.dao.user.weightimport;

import org.jspecify.annotations.NullMarked;
