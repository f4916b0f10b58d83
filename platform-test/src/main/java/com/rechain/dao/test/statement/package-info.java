/**
 * Writes down which statements a service issues while its integration tests run: what {@code ./dao
 * perf queries} tries on volume data.
 */
@NullMarked
package com.rechain.dao.test.statement;

import org.jspecify.annotations.NullMarked;
