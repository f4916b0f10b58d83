/**
 * {@code ./dao perf queries}: tries every statement that the services issue on the data of the
 * running platform. {@link com.rechain.dao.perf.queries.Catalogue} has them as the integration
 * tests wrote them down; {@link com.rechain.dao.perf.queries.Binder} gives them values that are
 * there, {@link com.rechain.dao.perf.queries.Attempt} asks for the plan and runs them, {@link
 * com.rechain.dao.perf.queries.Plan} tells what is wrong with it, and {@link
 * com.rechain.dao.perf.queries.Allowed} what is right all the same.
 */
@NullMarked
package com.rechain.dao.perf.queries;

import org.jspecify.annotations.NullMarked;
