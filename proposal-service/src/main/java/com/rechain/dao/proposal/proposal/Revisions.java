package com.rechain.dao.proposal.proposal;

import org.jspecify.annotations.Nullable;

/**
 * How often a proposal has changed.
 *
 * @param revision counts wordings, from 1
 * @param published the revision that was published, if any
 * @param version counts every change of the row, from 0: the optimistic lock
 */
public record Revisions(int revision, @Nullable Integer published, long version) {}
