/**
 * The forms text may have: e-mail addresses, handles, slugs and plain text, and how they are
 * compared.
 */
@NullMarked
package com.rechain.dao.user.text;

import org.jspecify.annotations.NullMarked;
