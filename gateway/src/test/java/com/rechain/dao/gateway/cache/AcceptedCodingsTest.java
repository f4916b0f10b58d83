package com.rechain.dao.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedCodingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|gzip",
                "GZIP|gzip",
                "gzip, deflate|gzip",
                "gzip, deflate, br, zstd|br, gzip",
                "br;q=1.0, gzip;q=0.8|br, gzip",
                "br;q=0, gzip|gzip",
                "gzip;q=0.000|identity",
                "gzip ; q=0.001|gzip",
                "deflate|identity",
                "brotli|identity",
                "*|br, gzip",
                "*, br;q=0|gzip",
                "identity|identity",
                "x-gzip|gzip"
            })
    void aThousandSpellingsAreFourVariants(String field, String asked) {
        assertThat(AcceptedCodings.field(AcceptedCodings.variant(field))).isEqualTo(asked);
    }

    @Test
    void whoSaysNothingGetsThePlainForm() {
        assertThat(AcceptedCodings.variant(null)).isZero();
        assertThat(AcceptedCodings.variant("")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"identity;q=0|-1", "gzip, *;q=0|-1"})
    void whoRefusesThePlainFormGoesPast(String field, int variant) {
        assertThat(AcceptedCodings.variant(field)).isEqualTo(variant);
    }
}
