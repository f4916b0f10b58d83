package com.rechain.dao.platform.paging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void everyKindOfPartComesBack() {
        UUID id = UUID.randomUUID();
        Instant time = Instant.parse("2026-01-02T03:04:05.123456Z");

        Cursor cursor = Cursor.decode(Cursor.encode("ä b/ü", id, 17L, time), 4);

        assertThat(cursor.text(0)).isEqualTo("ä b/ü");
        assertThat(cursor.uuid(1)).isEqualTo(id);
        assertThat(cursor.number(2)).isEqualTo(17);
        assertThat(cursor.instant(3)).isEqualTo(time);
    }

    @Test
    void anEmptyTextIsAPartLikeAnyOther() {
        Cursor cursor = Cursor.decode(Cursor.encode("", "b"), 2);

        assertThat(cursor.text(0)).isEmpty();
        assertThat(cursor.text(1)).isEqualTo("b");
    }

    @Test
    void aCursorNeedsNoEncodingInAnAddress() {
        assertThat(Cursor.encode("\u00ff\u00fe?>", 1)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void theLongestTitleFits() {
        String title = "€".repeat(300);

        assertThat(Cursor.decode(Cursor.encode(title, 1), 2).text(0)).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "a b", "YQ==x", "=", "a"})
    void whatIsNoBase64IsMalformed(String cursor) {
        malformed(() -> Cursor.decode(cursor, 1));
    }

    @Test
    void anotherNumberOfPartsOrKindOfPartIsMalformed() {
        malformed(() -> Cursor.decode(Cursor.encode("a"), 2));
        malformed(() -> Cursor.decode(Cursor.encode("a", "b"), 1));
        malformed(() -> Cursor.decode("", 2));
        malformed(() -> Cursor.decode(Cursor.encode("a"), 1).uuid(0));
        malformed(() -> Cursor.decode(Cursor.encode("a"), 1).number(0));
        malformed(() -> Cursor.decode("A".repeat(4_000), 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 253_402_300_800_000_000L})
    void anInstantThatNoDatabaseTakesIsMalformed(long micros) {
        Cursor cursor = Cursor.decode(Cursor.encode(micros), 1);

        malformed(() -> cursor.instant(0));
    }

    @Test
    void theLastInstantOfAllIsTaken() {
        Instant last = Instant.parse("9999-12-31T23:59:59.999999Z");

        assertThat(Cursor.decode(Cursor.encode(last), 1).instant(0)).isEqualTo(last);
    }

    @Test
    void bytesThatAreNoTextDoNoHarm() {
        String cursor = Base64.getUrlEncoder().encodeToString(new byte[] {(byte) 0xC3, 0x28});

        assertThat(Cursor.decode(cursor, 1).text(0).getBytes(UTF_8)).isNotEmpty();
    }

    private static void malformed(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo("malformed-request");
                            assertThat(e.problem().errors().getFirst().field()).isEqualTo("cursor");
                        });
    }
}
