/**
 * Spaces and their members, as far as voting must know them: events and internal calls of
 * user-service.
 */
@NullMarked
package com.rechain.dao.voting.space;

import org.jspecify.annotations.NullMarked;
