package com.rechain.dao.platform.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void idsAreOfVersionSevenAndTheIetfVariant() {
        UUID id = Ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void anIdCarriesTheMillisecondItWasMadeIn() {
        long before = System.currentTimeMillis();
        long made = Ids.next().getMostSignificantBits() >>> 16;
        long after = System.currentTimeMillis();

        assertThat(made).isBetween(before, after);
    }

    @Test
    void idsMadeInARowGrowAsADatabaseSortsThem() {
        List<byte[]> ids = Stream.generate(Ids::next).limit(10_000).map(Ids::toBytes).toList();

        assertThat(ids).isSortedAccordingTo(Arrays::compareUnsigned);
    }

    @Test
    void idsMadeByManyThreadsAtOnceAllDiffer() {
        long different =
                IntStream.range(0, 100_000).parallel().mapToObj(_ -> Ids.next()).distinct().count();

        assertThat(different).isEqualTo(100_000);
    }

    @Test
    void bytesAreInReadingOrderAndComeBackAsTheSameId() {
        UUID id = UUID.fromString("f1234567-89ab-7def-8123-456789abcdef");

        assertThat(Ids.toBytes(id)).asHexString().isEqualTo("F123456789AB7DEF8123456789ABCDEF");
        assertThat(Ids.fromBytes(Ids.toBytes(id))).isEqualTo(id);
    }

    @Test
    void otherThanSixteenBytesAreNoId() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ids.fromBytes(new byte[15]));
        assertThatIllegalArgumentException().isThrownBy(() -> Ids.fromBytes(new byte[17]));
    }
}
