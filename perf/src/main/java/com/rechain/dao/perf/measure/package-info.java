/**
 * What processes and the machine spent: processor time, memory, and where the time went; and what
 * processes say of themselves.
 */
@NullMarked
package com.rechain.dao.perf.measure;

import org.jspecify.annotations.NullMarked;
