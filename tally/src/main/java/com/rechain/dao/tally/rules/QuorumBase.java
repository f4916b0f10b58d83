package com.rechain.dao.tally.rules;

import com.rechain.dao.tally.json.Coded;

/**
 * What a quorum counts. The field's systems contradict each other here, so the rules always name
 * it.
 */
public enum QuorumBase implements Coded {
    /** All weight cast, abstentions included. */
    CAST,
    /** Weight for and abstaining (OpenZeppelin's default). */
    FOR_ABSTAIN,
    /** Weight in favour only (Compound). */
    FOR,
    /** Weight against: reaching this quorum rejects the proposal, whatever is in favour. */
    AGAINST,
    /** Voters instead of weight: ballots among all eligible voters. */
    TURNOUT
}
