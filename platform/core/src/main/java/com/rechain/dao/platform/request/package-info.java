/** What identifies one request on its way: its id and its W3C trace context. */
@NullMarked
package com.rechain.dao.platform.request;

import org.jspecify.annotations.NullMarked;
