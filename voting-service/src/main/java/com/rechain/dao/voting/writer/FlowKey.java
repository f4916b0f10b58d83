package com.rechain.dao.voting.writer;

import java.math.BigInteger;
import java.util.UUID;

/** Which of a proposal's frozen flows. */
record FlowKey(UUID proposalId, int number) {

    /** A flow that its next ballot before the end takes back: how much, and from whom. */
    record Passing(FlowKey key, UUID targetId, BigInteger amount) {
        BallotKey target() {
            return new BallotKey(key.proposalId(), targetId);
        }
    }
}
