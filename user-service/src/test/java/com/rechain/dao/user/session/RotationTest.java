package com.rechain.dao.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.user.session.Rotation.Again;
import com.rechain.dao.user.session.Rotation.Known;
import com.rechain.dao.user.session.Rotation.Next;
import com.rechain.dao.user.session.Rotation.Over;
import com.rechain.dao.user.session.Rotation.Stolen;
import com.rechain.dao.user.web.Client;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RotationTest {
    private static final Instant NOON = Instant.parse("2026-02-28T12:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Client ADA = new Client("203.0.113.7", "browser");
    private static final Client THIEF = new Client("198.51.100.9", "browser");

    @Test
    void theNewestTokenIsRotated() {
        assertThat(rotation(token(3, 3, null), ADA, NOON)).isEqualTo(new Next());
    }

    @Test
    void theNewestTokenIsRotatedForAnotherClientToo() {
        // Addresses change on the way; only a second use is a sign of theft.
        assertThat(rotation(token(3, 3, null), THIEF, NOON)).isEqualTo(new Next());
    }

    @Test
    void aTokenThatWasJustRotatedIsRotatedAgainForTheSameClient() {
        assertThat(rotation(token(2, 3, NOON), ADA, NOON.plusMillis(9_999))).isEqualTo(new Again());
    }

    @Test
    void graceEndsAtItsLastInstant() {
        assertThat(rotation(token(2, 3, NOON), ADA, NOON.plusSeconds(10))).isEqualTo(new Stolen());
    }

    @Test
    void graceIsForTheSameClientOnly() {
        assertThat(rotation(token(2, 3, NOON), THIEF, NOON.plusSeconds(1))).isEqualTo(new Stolen());
    }

    @Test
    void graceIsForTheTokenBeforeTheNewestOnly() {
        assertThat(rotation(token(1, 3, NOON), ADA, NOON.plusSeconds(1))).isEqualTo(new Stolen());
    }

    @Test
    void withoutGraceEverySecondUseIsTheft() {
        assertThat(Rotation.of(token(2, 3, NOON), ADA, NOON, Duration.ZERO))
                .isEqualTo(new Stolen());
    }

    @Test
    void nothingLeadsOutOfARevokedSession() {
        Known revoked = new Known(3, 3, null, false, true, ADA);
        Known revokedAndUsed = new Known(2, 3, NOON, false, true, ADA);

        assertThat(rotation(revoked, ADA, NOON)).isEqualTo(new Over());
        assertThat(rotation(revokedAndUsed, ADA, NOON)).isEqualTo(new Over());
    }

    @Test
    void anExpiredSessionIsOverAndATokenOfItUsedTwiceIsStillTheft() {
        Known expired = new Known(3, 3, null, false, false, ADA);
        Known expiredAndUsed = new Known(2, 3, NOON, false, false, ADA);

        assertThat(rotation(expired, ADA, NOON)).isEqualTo(new Over());
        assertThat(rotation(expiredAndUsed, ADA, NOON)).isEqualTo(new Stolen());
    }

    private static Rotation rotation(Known token, Client client, Instant now) {
        return Rotation.of(token, client, now, GRACE);
    }

    private static Known token(long generation, long newest, @Nullable Instant rotatedAt) {
        return new Known(generation, newest, rotatedAt, true, false, ADA);
    }
}
