package com.rechain.dao.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PurgesTest {
    private final Purges purges = new Purges();

    @Test
    void aPurgeOutdatesWhatHasItsTag() {
        StoredAnswer one = Heads.stored(purges.count(), "proposal:1", "proposals");
        StoredAnswer other = Heads.stored(purges.count(), "proposal:2");

        purges.purge(List.of("proposal:1"));

        assertThat(purges.outdated(one)).isTrue();
        assertThat(purges.outdated(one)).isTrue();
        assertThat(purges.outdated(other)).isFalse();
    }

    @Test
    void whatWasAskedForAfterwardsIsGood() {
        purges.purge(List.of("proposal:1"));
        StoredAnswer later = Heads.stored(purges.count(), "proposal:1");

        assertThat(purges.outdated(later)).isFalse();
        purges.purge(List.of("space:9"));
        assertThat(purges.outdated(later)).isFalse();
        purges.purge(List.of("proposal:1"));
        assertThat(purges.outdated(later)).isTrue();
    }

    @Test
    void anAnswerOnItsWayWhilePurgedIsOutdatedWhenItComes() {
        long askedFor = purges.count();
        purges.purge(List.of("proposal:1"));

        assertThat(purges.outdated(Heads.stored(askedFor, "proposal:1"))).isTrue();
    }

    @Test
    void everythingCanBePurged() {
        StoredAnswer untagged = Heads.stored(purges.count());

        purges.purgeAll();

        assertThat(purges.outdated(untagged)).isTrue();
        assertThat(purges.outdated(Heads.stored(purges.count()))).isFalse();
    }

    @Test
    void moreTagsThanCanBeRememberedOutdateEverything() {
        StoredAnswer answer = Heads.stored(purges.count(), "kept");

        for (int i = 0; i < 50_001; i++) {
            purges.purge(List.of("tag:" + i));
        }

        assertThat(purges.outdated(answer)).isTrue();
        assertThat(purges.outdated(Heads.stored(purges.count(), "tag:7"))).isFalse();
    }

    @Test
    void tagsAreReadFromAField() {
        assertThat(Purges.tags("proposal:1, space:2,,proposals "))
                .containsExactly("proposal:1", "space:2", "proposals");
        assertThat(Purges.tags(" ")).isEmpty();
        assertThat(Purges.tags(null)).isEmpty();
    }
}
