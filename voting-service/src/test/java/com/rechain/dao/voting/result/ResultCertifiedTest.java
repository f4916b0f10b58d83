package com.rechain.dao.voting.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.tally.json.Sha256;
import com.rechain.dao.tally.json.StrictJson;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ResultCertifiedTest {

    @Test
    void aResultThatFitsIsSentWhole() {
        String document = "{\"outcome\":\"SUCCEEDED\",\"rounds\":[]}";

        ResultCertified event = certified(document);

        assertThat(event.result()).isEqualTo(document);
        assertThat(event.abridged()).isFalse();
    }

    @Test
    void oneThatDoesNotIsSentWithoutItsTraceUnderTheHashOfTheWhole() {
        String rounds = "{\"standing\":[]},".repeat(40_000) + "{}";
        String document = "{\"outcome\":\"SUCCEEDED\",\"rounds\":[%s]}".formatted(rounds);

        ResultCertified event = certified(document);

        assertThat(event.abridged()).isTrue();
        assertThat(StrictJson.parse(event.result()).orElseThrow().has("rounds")).isFalse();
        assertThat(event.resultHash()).isEqualTo(Sha256.hex(document));
    }

    private static ResultCertified certified(String document) {
        return ResultCertified.of(
                new ResultRow(
                        Ids.next(), "SUCCEEDED", document, Sha256.hex(document), Instant.EPOCH),
                Ids.next());
    }
}
