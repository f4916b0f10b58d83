/** What the tests of this service share. */
@NullMarked
package com.rechain.dao.voting.support;

import org.jspecify.annotations.NullMarked;
