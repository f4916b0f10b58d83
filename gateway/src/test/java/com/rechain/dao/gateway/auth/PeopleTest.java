package com.rechain.dao.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID ADA = new UUID(0, 1);
    private static final UUID GRACE = new UUID(0, 2);

    private Instant now = START;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final People people = new People(100, clock);

    @Test
    void countsEachOnceHoweverManyTokensTheyHave() {
        people.seen(ADA, START.plusSeconds(60));
        people.seen(ADA, START.plusSeconds(90));
        people.seen(GRACE, START.plusSeconds(60));

        assertThat(people.count()).isEqualTo(2);
    }

    @Test
    void forgetsThoseWhoseTokensHaveExpired() {
        people.seen(ADA, START.plusSeconds(60));
        people.seen(GRACE, START.plusSeconds(120));

        now = START.plusSeconds(90);

        assertThat(people.count()).isEqualTo(1);
    }

    @Test
    void countsNoMoreThanItMay() {
        People two = new People(2, clock);

        for (int i = 0; i < 50; i++) {
            two.seen(new UUID(1, i), START.plusSeconds(60));
        }

        assertThat(two.count()).isLessThanOrEqualTo(2);
    }
}
