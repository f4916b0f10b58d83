/**
 * Errors as RFC 9457 problem details, each from a catalogue: a {@link
 * com.rechain.dao.platform.problem.ProblemType}.
 */
@NullMarked
package com.rechain.dao.platform.problem;

import org.jspecify.annotations.NullMarked;
