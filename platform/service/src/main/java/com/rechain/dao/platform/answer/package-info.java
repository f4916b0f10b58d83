/**
 * Public answers that are made once and sent often: serialised, compressed and tagged when a cache
 * is filled.
 */
@NullMarked
package com.rechain.dao.platform.answer;

import org.jspecify.annotations.NullMarked;
