/**
 * Strict JSON: what a request says twice, wrongly or beside the point is refused, never guessed.
 */
@NullMarked
package com.rechain.dao.platform.json;

import org.jspecify.annotations.NullMarked;
