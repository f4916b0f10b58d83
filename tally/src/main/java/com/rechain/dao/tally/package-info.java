/**
 * Decides votes exactly. The flow: {@link com.rechain.dao.tally.rules.Rules} are parsed and hashed
 * when a proposal is frozen; {@link com.rechain.dao.tally.system.VotingSystem} checks each ballot
 * and gives an empty {@link com.rechain.dao.tally.ballot.Tally} that ballots are added to and
 * removed from in any order; {@link com.rechain.dao.tally.outcome.Decision} weighs the finished
 * tally against quorum and approval and keeps every number it compared. {@link
 * com.rechain.dao.tally.json.CanonicalJson} and {@link com.rechain.dao.tally.log.MerkleTree} make
 * rules, ballots and results checkable by others. No framework, no floating point, no clock.
 */
@NullMarked
package com.rechain.dao.tally;

import org.jspecify.annotations.NullMarked;
