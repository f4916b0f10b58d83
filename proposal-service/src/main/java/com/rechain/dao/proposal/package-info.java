/**
 * Proposals, from the first draft to the announced outcome.
 *
 * <p>A member drafts ({@link com.rechain.dao.proposal.proposal.draft.DraftService}) and rewrites at
 * will; each wording is kept. Publishing ({@link
 * com.rechain.dao.proposal.proposal.lifecycle.ProposalLifecycle}) freezes the rules and tells
 * voting-service by event. That service answers by event when the electorate is frozen and when the
 * result is certified ({@link com.rechain.dao.proposal.proposal.lifecycle.VotingEventHandler});
 * {@link com.rechain.dao.proposal.proposal.lifecycle.StartScheduler} announces the starts. What
 * state a proposal is in at an instant is decided in one place, {@link
 * com.rechain.dao.proposal.proposal.ProposalState#at}. Everything is read back from the replica:
 * single proposals ({@link com.rechain.dao.proposal.search.ProposalPages}), lists ({@link
 * com.rechain.dao.proposal.search.ProposalSearch}), comments ({@link
 * com.rechain.dao.proposal.comment.CommentReads}).
 */
@NullMarked
package com.rechain.dao.proposal;

import org.jspecify.annotations.NullMarked;
