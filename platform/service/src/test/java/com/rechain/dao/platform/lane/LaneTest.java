package com.rechain.dao.platform.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneTest {
    /** Keyspace ids as Vitess 23 answers them: SELECT hex_keyspace_id FROM xxhash WHERE id = … */
    @ParameterizedTest
    @CsvSource({
        "00000000-0000-0000-0000-000000000000, 327c241615f709af",
        "ffffffff-ffff-ffff-ffff-ffffffffffff, 44c4576a5d4421a7",
        "5bc8fbbc-bde5-c099-4164-d8399f767c45, 9e1ca629233ce699",
        "d76d4330-f144-6bea-b0c1-1fdecb91ce37, fa4103f5ff1b7bc7",
        "87b0b125-ec1d-7da0-a6eb-8c9ebd69fe29, 614a44c4f8f6a509",
        "c6a53877-7733-0bdb-d721-0dff076ce2ef, 445d9ff2eb4eb7fd"
    })
    void theHashIsVitesss(UUID id, String keyspaceId) {
        assertThat("%016x".formatted(Long.reverseBytes(Lane.hash(id)))).isEqualTo(keyspaceId);
    }

    @Test
    void aLaneLiesWithinItsAggregatesShardWhateverTheirNumber() {
        for (int shards = 1; shards <= Lane.COUNT; shards *= 2) {
            for (int i = 0; i < 1_000; i++) {
                UUID id = UUID.randomUUID();
                long keyspaceId = Long.reverseBytes(Lane.hash(id));
                assertThat(shard(Long.reverse(Lane.of(id)), shards))
                        .isEqualTo(shard(keyspaceId, shards))
                        .isEqualTo(shard(Long.reverse(Lane.of(id) % shards), shards));
            }
        }
    }

    @Test
    void lanesAreFilledEvenly() {
        int[] filled = new int[Lane.COUNT];
        IntStream.range(0, 16_000).forEach(_ -> filled[Lane.of(UUID.randomUUID())]++);

        assertThat(Arrays.stream(filled).boxed()).allMatch(lane -> lane > 800 && lane < 1_200);
    }

    @Test
    void partsShareAllLanes() {
        assertThat(Lane.list(0, 1))
                .isEqualTo("(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)");
        assertThat(Lane.list(1, 4)).isEqualTo("(1, 5, 9, 13)");
        assertThat(Lane.list(15, 16)).isEqualTo("(15)");
    }

    /** The number of the equal part of the key range that a keyspace id lies in. */
    private static int shard(long keyspaceId, int shards) {
        return (int) ((keyspaceId >>> (Long.SIZE - 4)) * shards / Lane.COUNT);
    }
}
