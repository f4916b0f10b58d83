/** Casting, previewing and listing ballots over HTTP. */
@NullMarked
package com.rechain.dao.voting.ballot;

import org.jspecify.annotations.NullMarked;
