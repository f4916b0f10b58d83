package com.rechain.dao.proposal.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {
    private static final String ETAG = "\"3-draft\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"3-draft\"",
                "\"3-draft-br\"",
                "\"3-draft-gzip\"",
                "*",
                " * ",
                "\"1-draft\", \"3-draft\"",
                "\"1\",\"3-draft\""
            })
    void whatNamesThePresentVersionIsAccepted(String header) {
        assertThat(new IfMatch(header).accepts(ETAG)).isTrue();
        assertThat(new IfMatch(header).isMissing()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2-draft\"", "3-draft", "W/\"3-draft\"", "\"3-DRAFT\"", "\"\"", ","})
    void anythingElseIsNot(String header) {
        assertThat(new IfMatch(header).accepts(ETAG)).isFalse();
    }

    @Test
    void noHeaderMeansNoCondition() {
        assertThat(new IfMatch(null).isMissing()).isTrue();
        assertThat(new IfMatch(" ").isMissing()).isTrue();
        assertThat(new IfMatch(null).accepts(ETAG)).isTrue();
    }
}
