package com.rechain.dao.tally.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    @Test
    void theEmptyTreeHashesNothing() {
        assertThat(hex(new MerkleTree().root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void rootsGrowAsInTheReferenceLog() {
        assertThat(hex(MerkleTree.leafHash(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(hex(new MerkleTree().append(MerkleTree.leafHash(new byte[0])).root()))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @Property
    void everyLeafHasAnAuditPathAndNoOtherLeafDoes(
            @ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(max = 69) int index) {
        List<byte[]> leaves = leaves(size);
        int at = index % size;

        List<byte[]> path = MerkleProofs.inclusion(leaves, at);

        byte[] root = MerkleTree.root(leaves);
        assertThat(MerkleProofs.includes(leaves.get(at), at, size, path, root)).isTrue();
        assertThat(MerkleProofs.includes(MerkleTree.leafHash(new byte[] {1}), at, size, path, root))
                .isFalse();
    }

    private static List<byte[]> leaves(int size) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(MerkleTree.leafHash(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
