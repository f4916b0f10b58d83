package com.rechain.dao.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.platform.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotentRequestTest {
    private static final UUID ID = UUID.randomUUID();

    private record Body(String title, Instant at) {}

    @Test
    void theSameOperationAndBodyHaveTheSameHash() {
        assertThat(hash("POST /a", new Body("x", Instant.EPOCH)))
                .isEqualTo(hash("POST /a", new Body("x", Instant.EPOCH)))
                .hasSize(32);
    }

    @Test
    void anotherOperationOrBodyHasAnother() {
        byte[] hash = hash("POST /a", new Body("x", Instant.EPOCH));

        assertThat(hash("PUT /a", new Body("x", Instant.EPOCH))).isNotEqualTo(hash);
        assertThat(hash("POST /a", new Body("y", Instant.EPOCH))).isNotEqualTo(hash);
        assertThat(hash("POST /a", new Body("x", Instant.EPOCH.plusNanos(1_000))))
                .isNotEqualTo(hash);
        assertThat(hash("POST /a", null)).isNotEqualTo(hash);
    }

    @Test
    void anyVisibleAsciiIsAKeyAndNoneIsToo() {
        assertThat(request("!~" + "x".repeat(253)).key()).hasSize(255);
        assertThat(request(null).key()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ä", "a\nb", "\u007f"})
    void anythingElseIsMalformed(String key) {
        assertThatThrownBy(() -> request(key))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("malformed-request");
    }

    @Test
    void aKeyThatIsTooLongIsMalformed() {
        assertThatThrownBy(() -> request("x".repeat(256))).isInstanceOf(ProblemException.class);
    }

    private static byte[] hash(String operation, Body body) {
        return IdempotentRequest.of(ID, ID, "k", operation, body).hash();
    }

    private static IdempotentRequest request(String key) {
        return IdempotentRequest.of(ID, ID, key, "POST /a", null);
    }
}
