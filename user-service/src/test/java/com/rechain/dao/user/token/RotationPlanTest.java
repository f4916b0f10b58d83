package com.rechain.dao.user.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotationPlanTest {
    private static final Instant NOON = Instant.parse("2026-02-28T12:00:00Z");
    private static final TokenConfig CONFIG =
            new SmallRyeConfigBuilder()
                    .withMapping(TokenConfig.class)
                    .withDefaultValue("dao.tokens.key-encryption-key", "unused")
                    .withDefaultValue("dao.tokens.rotation-period", "P30D")
                    .withDefaultValue("dao.tokens.prepublish", "PT1H")
                    .build()
                    .getConfigMapping(TokenConfig.class);

    @Test
    void withoutAKeyOneIsMadeThatSignsAtOnce() {
        RotationPlan plan = RotationPlan.at(NOON, List.of(), CONFIG);

        assertThat(plan.nextActivatesAt()).contains(NOON);
        assertThat(plan.retired()).isEmpty();
    }

    @Test
    void aYoungKeyGoesOnAlone() {
        assertThat(
                        RotationPlan.at(NOON, List.of(key("a", Duration.ofDays(-3))), CONFIG)
                                .nextActivatesAt())
                .isEmpty();
    }

    @Test
    void theNextKeyIsPublishedAnHourBeforeItSigns() {
        List<KeyTimes> keys = List.of(key("a", Duration.ofDays(-30).plusHours(1)));

        assertThat(RotationPlan.at(NOON.minusNanos(1_000), keys, CONFIG).nextActivatesAt())
                .isEmpty();
        assertThat(RotationPlan.at(NOON, keys, CONFIG).nextActivatesAt())
                .contains(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void afterALongSleepTheNextKeyIsPublishedAsLongBefore() {
        assertThat(
                        RotationPlan.at(NOON, List.of(key("a", Duration.ofDays(-90))), CONFIG)
                                .nextActivatesAt())
                .contains(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void noFurtherKeyIsMadeWhileOneIsWaiting() {
        List<KeyTimes> keys =
                List.of(key("a", Duration.ofDays(-30)), key("b", Duration.ofMinutes(30)));

        assertThat(RotationPlan.at(NOON, keys, CONFIG).nextActivatesAt()).isEmpty();
        assertThat(RotationPlan.signer(NOON, keys)).map(KeyTimes::kid).contains("a");
        assertThat(RotationPlan.signer(NOON.plus(Duration.ofMinutes(30)), keys))
                .map(KeyTimes::kid)
                .contains("b");
    }

    @Test
    void anOldKeyStaysUntilItsLastTokenHasExpired() {
        KeyTimes old = key("a", Duration.ofDays(-30));

        assertThat(
                        RotationPlan.at(
                                        NOON,
                                        List.of(old, key("b", Duration.ofMinutes(-12))),
                                        CONFIG)
                                .retired())
                .isEmpty();
        assertThat(
                        RotationPlan.at(
                                        NOON,
                                        List.of(old, key("b", Duration.ofMinutes(-13))),
                                        CONFIG)
                                .retired())
                .containsExactly("a");
    }

    @Test
    void aRevokedKeySignsNothingAndGoes() {
        KeyTimes revoked = new KeyTimes("a", NOON.minus(Duration.ofDays(1)), NOON);

        RotationPlan plan = RotationPlan.at(NOON, List.of(revoked), CONFIG);

        assertThat(plan.nextActivatesAt()).contains(NOON);
        assertThat(plan.retired()).containsExactly("a");
    }

    private static KeyTimes key(String kid, Duration fromNoon) {
        return new KeyTimes(kid, NOON.plus(fromNoon), null);
    }
}
