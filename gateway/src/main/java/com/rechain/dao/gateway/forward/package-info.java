/** Passing a request on and its answer back, without looking into either body. */
@NullMarked
package com.rechain.dao.gateway.forward;

import org.jspecify.annotations.NullMarked;
