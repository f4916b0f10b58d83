package com.rechain.dao.voting;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.voting.electorate.ElectorateConfig;
import com.rechain.dao.voting.result.ClosingConfig;
import com.rechain.dao.voting.tally.TallyConfig;
import com.rechain.dao.voting.writer.BallotWriterConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConfigTest {
    @Test
    void ballotsAreBatchedForMillisecondsAndAnsweredWithinASecond() {
        BallotWriterConfig config = defaults(BallotWriterConfig.class);

        assertThat(config.writers()).isEqualTo(2);
        assertThat(config.queue()).isEqualTo(500);
        assertThat(config.batch()).isEqualTo(200);
        assertThat(config.linger()).isEqualTo(Duration.ofMillis(2));
        assertThat(config.deadline()).isEqualTo(Duration.ofMillis(900));
        assertThat(config.counterShards()).isEqualTo(8);
        assertThat(config.drain()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void electoratesAreFetchedInLargePagesAndWrittenInChunks() {
        ElectorateConfig config = defaults(ElectorateConfig.class);

        assertThat(config.every()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.pageSize()).isEqualTo(5000);
        assertThat(config.chunkSize()).isEqualTo(1000);
        assertThat(config.lease()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.firstPause()).isEqualTo(Duration.ofMillis(250));
        assertThat(config.longestPause()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aTallyIsAtMostASecondOldAndAnnouncedOnceASecond() {
        TallyConfig config = defaults(TallyConfig.class);

        assertThat(config.cached()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.announceEvery()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theGraceOutlastsTheDeadlineOfABallot() {
        ClosingConfig config = defaults(ClosingConfig.class);

        assertThat(config.every()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.batch()).isEqualTo(50);
        assertThat(config.grace()).isGreaterThan(defaults(BallotWriterConfig.class).deadline());
    }

    private static <T> T defaults(Class<T> mapping) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(mapping)
                .build()
                .getConfigMapping(mapping);
    }
}
