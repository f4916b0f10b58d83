/**
 * Counts votes. The flow: {@link com.rechain.dao.voting.box.ProposalEvents} puts up a box for a
 * published proposal; {@link com.rechain.dao.voting.electorate.ElectorateFreezer} freezes who may
 * vote with what weight and opens it; {@link com.rechain.dao.voting.ballot.BallotResource}
 * validates a ballot against the frozen rules and hands it to {@link
 * com.rechain.dao.voting.writer.BallotWriter}, which writes many ballots in one transaction
 * (ballots, counters, events, idempotency keys) and answers only after its commit; {@link
 * com.rechain.dao.voting.tally.TallyService} reads the counters; {@link
 * com.rechain.dao.voting.result.Closer} recounts after the end, compares with the counters and
 * certifies the result. Why it is built like this: docs/adr/0012-vote-path.md.
 */
@NullMarked
package com.rechain.dao.voting;

import org.jspecify.annotations.NullMarked;
