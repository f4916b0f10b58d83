package com.rechain.dao.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.production.ProductionCheck.Finding;
import com.rechain.dao.platform.production.ProductionCheck.Severity;
import com.rechain.dao.proposal.space.SpaceRole;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProposalConfigTest {
    @Test
    void theDefaultsAreTheProducts() {
        ProposalConfig config = config(Map.of());

        assertThat(config.minVotingPeriod()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.maxVotingPeriod()).isEqualTo(Duration.ofDays(366));
        assertThat(config.maxLeadTime()).isEqualTo(Duration.ofDays(366));
        assertThat(config.proposingRole()).isEqualTo(SpaceRole.MEMBER);
        assertThat(config.scheduler().every()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.scheduler().batch()).isEqualTo(100);
        assertThat(config.execution().lease()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.execution().tries()).isEqualTo(5);
        assertThat(config.execution().backoff()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.execution().parallel()).isEqualTo(4);
        assertThat(config.webhook().secret()).isEmpty();
        assertThat(config.webhook().plainHosts()).isEmpty();
        assertThat(config.webhook().privateHosts()).isEmpty();
        assertThat(config.webhook().timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.cache().ttl()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.cache().maximumBytes()).isEqualTo(16L << 20);
    }

    @Test
    void everythingCanBeSet() {
        ProposalConfig config =
                config(
                        Map.of(
                                "dao.proposal.min-voting-period", "PT2H",
                                "dao.proposal.proposing-role", "AUTHOR",
                                "dao.proposal.scheduler.every", "PT5S",
                                "dao.proposal.webhook.plain-hosts", "one,two",
                                "dao.proposal.cache.ttl", "PT1M"));

        assertThat(config.minVotingPeriod()).isEqualTo(Duration.ofHours(2));
        assertThat(config.proposingRole()).isEqualTo(SpaceRole.AUTHOR);
        assertThat(config.scheduler().every()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.webhook().plainHosts()).contains(Set.of("one", "two"));
        assertThat(config.cache().ttl()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void votesShorterThanAMinuteAreWarnedOf() {
        assertThat(new VotingPeriodCheck(config(Map.of())).findings()).isEmpty();
        assertThat(
                        new VotingPeriodCheck(
                                        config(
                                                Map.of(
                                                        "dao.proposal.min-voting-period",
                                                        "PT59.999S")))
                                .findings())
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Severity.WARN);
    }

    @Test
    void exceptionsForWebhooksAreWarnedOf() {
        assertThat(new WebhookCheck(config(Map.of())).findings()).isEmpty();
        assertThat(
                        new WebhookCheck(
                                        config(
                                                Map.of(
                                                        "dao.proposal.webhook.plain-hosts",
                                                        "localhost",
                                                        "dao.proposal.webhook.private-hosts",
                                                        "localhost")))
                                .findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.WARN, Severity.WARN);
    }

    private static ProposalConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(ProposalConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withConverter(Duration.class, 100, Duration::parse)
                .build()
                .getConfigMapping(ProposalConfig.class);
    }
}
