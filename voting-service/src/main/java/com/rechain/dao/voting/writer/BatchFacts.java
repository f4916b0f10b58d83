package com.rechain.dao.voting.writer;

import com.rechain.dao.voting.box.BoxRow;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a transaction has read and locked before it decides a batch.
 *
 * @param weights of the voters that have an electorate entry
 * @param current the ballots that those voters have cast so far
 * @param keys the idempotency keys that were used before
 */
record BatchFacts(
        Map<UUID, BoxRow> boxes,
        Map<BallotKey, BigInteger> weights,
        Map<BallotKey, CurrentBallot> current,
        Map<KeyedRequest.Slot, UsedKey> keys) {

    /** The same, with other ends of the boxes that are named. */
    BatchFacts ending(Map<UUID, Instant> ends) {
        Map<UUID, BoxRow> moved = new HashMap<>(boxes);
        ends.forEach((id, end) -> moved.computeIfPresent(id, (_, row) -> row.ending(end)));
        return new BatchFacts(moved, weights, current, keys);
    }

    /** A key with what it was used for and the receipt that was answered. */
    record UsedKey(String requestHash, String receipt) {}
}
