/** Resources that only our own services may call. */
@NullMarked
package com.rechain.dao.platform.internal;

import org.jspecify.annotations.NullMarked;
