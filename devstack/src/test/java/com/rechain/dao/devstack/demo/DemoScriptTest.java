package com.rechain.dao.devstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo keeps the limits of the API, so that it is never refused for its form. */
class DemoScriptTest {
    private final DemoScript script = DemoScript.shipped();

    @Test
    void fiftyDifferentMembersHaveAWeight() {
        assertThat(script.members()).hasSize(50);
        assertThat(script.members()).extracting(DemoScript.Member::handle).doesNotHaveDuplicates();
        assertThat(script.members())
                .allSatisfy(member -> {
                    assertThat(member.handle()).matches("[a-z0-9_-]{3,32}");
                    assertThat(new BigInteger(member.weight())).isPositive();
                });
        assertThat(script.password()).hasSizeBetween(15, 128);
    }

    @Test
    void thereAreOpenScheduledAndClosedProposals() {
        assertThat(script.proposals())
                .filteredOn(proposal -> lasts(proposal).toDays() > 0)
                .hasSize(4);
        assertThat(script.proposals())
                .filteredOn(proposal -> Duration.parse(proposal.startsIn()).isPositive())
                .hasSize(1)
                .allSatisfy(proposal -> assertThat(proposal.votes()).isEmpty());
        assertThat(script.proposals())
                .filteredOn(proposal -> lasts(proposal).toSeconds() < 60)
                .hasSize(3);
    }

    @Test
    void proposalsKeepTheLimitsOfTheApi() {
        assertThat(script.proposals())
                .allSatisfy(proposal -> {
                    assertThat(proposal.title()).hasSizeBetween(10, 200);
                    assertThat(proposal.body()).hasSizeBetween(50, 50_000);
                    assertThat(proposal.choices()).hasSizeBetween(2, 500);
                    assertThat(sum(proposal.votes())).isLessThanOrEqualTo(50);
                });
    }

    private static Duration lasts(DemoScript.Proposal proposal) {
        return Duration.parse(proposal.lasts());
    }

    private static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }
}
