/** What a space asks of its proposals: immutable versions, set by stewards or by a proposal. */
@NullMarked
package com.rechain.dao.user.settings;

import org.jspecify.annotations.NullMarked;
