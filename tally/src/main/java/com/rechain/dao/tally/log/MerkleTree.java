package com.rechain.dao.tally.log;

import com.rechain.dao.tally.json.Sha256;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 6962 section 2.1 over SHA-256, grown leaf by leaf: only the roots of its
 * complete subtrees are kept, so an electorate of any size hashes in constant memory. A prefix of
 * one byte keeps a leaf from passing as a node.
 */
public final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /** Roots of complete subtrees, largest first; the set bits of {@link #size} are their sizes. */
    private final List<byte[]> complete = new ArrayList<>();

    private long size;

    public static byte[] leafHash(byte[] data) {
        return Sha256.of(LEAF, data);
    }

    public static byte[] nodeHash(byte[] left, byte[] right) {
        return Sha256.of(NODE, left, right);
    }

    /** The root over leaf hashes in order. */
    public static byte[] root(Iterable<byte[]> leafHashes) {
        MerkleTree tree = new MerkleTree();
        leafHashes.forEach(tree::append);
        return tree.root();
    }

    public MerkleTree append(byte[] leafHash) {
        byte[] hash = leafHash;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = nodeHash(complete.removeLast(), hash);
        }
        complete.add(hash);
        size++;
        return this;
    }

    public long size() {
        return size;
    }

    /** The root over all leaves so far; of an empty tree the hash of nothing. */
    public byte[] root() {
        if (complete.isEmpty()) {
            return Sha256.of();
        }
        byte[] root = complete.getLast();
        for (int i = complete.size() - 2; i >= 0; i--) {
            root = nodeHash(complete.get(i), root);
        }
        return root;
    }
}
