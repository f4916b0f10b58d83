/**
 * Every answer of a service: request ids, trace context, who may cache it, and errors as problem
 * details.
 */
@NullMarked
package com.rechain.dao.platform.http;

import org.jspecify.annotations.NullMarked;
