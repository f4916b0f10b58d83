/**
 * The statements that the services under test issue, as they issue them: what {@code ./dao perf
 * queries} tries on volume data, and whose ways to the shards are looked at.
 */
@NullMarked
package com.rechain.dao.test.statement;

import org.jspecify.annotations.NullMarked;
