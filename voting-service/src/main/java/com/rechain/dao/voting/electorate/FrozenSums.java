package com.rechain.dao.voting.electorate;

import com.rechain.dao.tally.ballot.Weights;
import com.rechain.dao.tally.log.MerkleTree;
import java.math.BigInteger;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adds up an electorate entry by entry: number of voters, total weight, Merkle root. Insists on
 * ascending ids.
 */
final class FrozenSums {
    private final MerkleTree tree = new MerkleTree();
    private BigInteger totalWeight = BigInteger.ZERO;
    private @Nullable UUID last;

    void add(Voter voter) {
        UUID previous = last;
        // The order of the text is the order of the bytes, which is the order user-service
        // promises.
        if (previous != null && previous.toString().compareTo(voter.voterId().toString()) >= 0) {
            throw new IllegalStateException("an electorate export that is not ordered by id");
        }
        last = voter.voterId();
        // Own weights alone: what is received is somebody's own.
        Weights.requireValid(voter.weight());
        tree.append(voter.leafHash());
        totalWeight = totalWeight.add(voter.ownWeight());
    }

    long voters() {
        return tree.size();
    }

    BigInteger totalWeight() {
        return totalWeight;
    }

    byte[] merkleRoot() {
        return tree.root();
    }
}
