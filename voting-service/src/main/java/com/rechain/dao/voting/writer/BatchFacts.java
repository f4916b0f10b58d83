package com.rechain.dao.voting.writer;

import com.rechain.dao.voting.box.BoxRow;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a transaction has read and locked before it decides a batch.
 *
 * @param weights that ballots carry now, of all whose entries are locked: the voters, and those
 *     from whom they may take weight back
 * @param current the ballots that all those have cast so far
 * @param keys the idempotency keys that were used before
 * @param passing the live flows that a voter's first ballot takes back, by that voter
 */
record BatchFacts(
        Map<UUID, BoxRow> boxes,
        Map<BallotKey, BigInteger> weights,
        Map<BallotKey, CurrentBallot> current,
        Map<KeyedRequest.Slot, UsedKey> keys,
        Map<BallotKey, List<FlowKey.Passing>> passing) {

    /** Facts about votes in which nobody votes with another's weight. */
    BatchFacts(
            Map<UUID, BoxRow> boxes,
            Map<BallotKey, BigInteger> weights,
            Map<BallotKey, CurrentBallot> current,
            Map<KeyedRequest.Slot, UsedKey> keys) {
        this(boxes, weights, current, keys, Map.of());
    }

    /** The same, with other ends of the boxes that are named. */
    BatchFacts ending(Map<UUID, Instant> ends) {
        Map<UUID, BoxRow> moved = new HashMap<>(boxes);
        ends.forEach((id, end) -> moved.computeIfPresent(id, (_, row) -> row.ending(end)));
        return new BatchFacts(moved, weights, current, keys, passing);
    }

    /** A key with what it was used for and the receipt that was answered. */
    record UsedKey(String requestHash, String receipt) {}
}
