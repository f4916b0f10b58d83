/** The layout every service keeps. */
@NullMarked
package com.rechain.dao.test.architecture;

import org.jspecify.annotations.NullMarked;
