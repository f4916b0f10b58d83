package com.rechain.dao.tally.log;

import static com.rechain.dao.tally.log.MerkleTree.nodeHash;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes and checks the inclusion and consistency proofs of RFC 6962; the checks follow RFC 9162
 * section 2.1.
 */
public final class MerkleProofs {

    private MerkleProofs() {}

    /** The audit path of one leaf, nearest sibling first. */
    public static List<byte[]> inclusion(List<byte[]> leafHashes, int index) {
        List<byte[]> path = new ArrayList<>();
        collectPath(leafHashes, index, path);
        return path;
    }

    private static void collectPath(List<byte[]> leaves, int index, List<byte[]> path) {
        if (leaves.size() == 1) {
            return;
        }
        int split = largestPowerOfTwoBelow(leaves.size());
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        if (index < split) {
            collectPath(left, index, path);
            path.add(MerkleTree.root(right));
        } else {
            collectPath(right, index - split, path);
            path.add(MerkleTree.root(left));
        }
    }

    private static int largestPowerOfTwoBelow(int size) {
        return Integer.highestOneBit(size - 1);
    }

    /** Whether the leaf stands at the index of the tree with this size and root. */
    public static boolean includes(
            byte[] leafHash, long index, long size, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : proof) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = nodeHash(sibling, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = nodeHash(hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && MessageDigest.isEqual(hash, root);
    }

    /** Whether the tree of the second root has the tree of the first root as its beginning. */
    public static boolean consistent(
            long firstSize,
            byte[] firstRoot,
            long secondSize,
            byte[] secondRoot,
            List<byte[]> proof) {
        if (firstSize < 0 || firstSize > secondSize) {
            return false;
        }
        if (firstSize == secondSize) {
            return proof.isEmpty() && MessageDigest.isEqual(firstRoot, secondRoot);
        }
        if (firstSize == 0) {
            return proof.isEmpty();
        }
        return isGrowth(firstSize, firstRoot, secondSize, secondRoot, proof);
    }

    private static boolean isGrowth(
            long firstSize,
            byte[] firstRoot,
            long secondSize,
            byte[] secondRoot,
            List<byte[]> proof) {
        boolean startsAtFirstRoot = Long.bitCount(firstSize) == 1;
        if (proof.isEmpty()) {
            return false;
        }
        int skipped = Long.numberOfTrailingZeros(~(firstSize - 1));
        long fn = (firstSize - 1) >> skipped;
        long sn = (secondSize - 1) >> skipped;
        byte[] first = startsAtFirstRoot ? firstRoot : proof.getFirst();
        byte[] second = first;
        for (byte[] sibling : startsAtFirstRoot ? proof : proof.subList(1, proof.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                first = nodeHash(sibling, first);
                second = nodeHash(sibling, second);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                second = nodeHash(second, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0
                && MessageDigest.isEqual(first, firstRoot)
                && MessageDigest.isEqual(second, secondRoot);
    }
}
