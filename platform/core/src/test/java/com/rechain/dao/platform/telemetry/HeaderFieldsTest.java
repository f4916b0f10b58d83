package com.rechain.dao.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HeaderFieldsTest {
    @Test
    void fieldsAreSeparatedByCommasAndValuesMayHoldEqualsSigns() {
        assertThat(HeaderFields.parse(" api-key = a=b, x-team=dao,").fields())
                .containsOnlyKeys("api-key", "x-team")
                .containsEntry("api-key", "a=b")
                .containsEntry("x-team", "dao");
    }

    @Test
    void noTextIsNoField() {
        assertThat(HeaderFields.parse("").fields()).isEmpty();
    }

    @Test
    void theTextOfFieldsNamesThemWithoutTheirValues() {
        assertThat(HeaderFields.parse("api-key=secret")).hasToString("header fields [api-key]");
    }

    @Test
    void aPartWithoutANameIsRefusedWithoutShowingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeaderFields.parse("secret"))
                .withMessage("header fields are written name=value, separated by commas");
    }
}
