package com.rechain.dao.perf.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.perf.cli.UsageException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-26T12:34:56Z"), ZoneOffset.UTC);

    @Test
    void whatIsNotSaidIsTakenFromTheRest() {
        SeedSize size = read("--users 1000 --proposals 50 --votes 2000");

        assertThat(size)
                .isEqualTo(
                        new SeedSize(
                                1000, 50, 2000, 400, 1, Instant.parse("2026-11-26T00:00:00Z")));
    }

    @Test
    void everythingCanBeSaid() {
        SeedSize size =
                read(
                        "--users 1000 --proposals 50 --votes 2000 --largest 7 --seed 42 --at 2026-11-20T01:02:03Z");

        assertThat(size)
                .isEqualTo(
                        new SeedSize(1000, 50, 2000, 7, 42, Instant.parse("2026-11-20T01:02:03Z")));
    }

    @Test
    void whatCannotBeIsRefusedInOneSentence() {
        refused("--users 1000 --votes 10", "--proposals");
        refused("--users many --proposals 50 --votes 10", "whole number, not many");
        refused("--users 1000 --proposals 50 --votes", "needs a value");
        refused("--users 1000 --proposals 50 --votes 1 --votes 2", "given twice");
        refused("--user 1000 --proposals 50 --votes 1", "--user is no option");
        refused("--users 3 --proposals 50 --votes 1", "10 to 5,000,000");
        refused("--users 99999999999 --proposals 50 --votes 1", "--users cannot be");
        refused("--users 1000 --proposals 50 --votes -1", "--votes takes 0");
        refused("--users 1000 --proposals 50 --votes 20 --largest 21", "--largest takes 0 to 20");
        refused("--users 1000 --proposals 50 --votes 1 --at yesterday", "instant such as");
        refused("--users 1000 --proposals 50 --votes 1 --at 2027-01-01T00:00:00Z", "last 25 days");
        refused("--users 1000 --proposals 50 --votes 1 --at 2026-01-01T00:00:00Z", "last 25 days");
    }

    @Test
    void votesThatNobodyIsThereToCastAreRefused() {
        assertThatThrownBy(() -> new Layout(read("--users 100 --proposals 20 --votes 5000")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("there are 100 users");
    }

    private static void refused(String arguments, String because) {
        assertThatThrownBy(() -> read(arguments))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(because)
                .message()
                .endsWith(".")
                .doesNotContain("\n");
    }

    private static SeedSize read(String arguments) {
        return Options.read(List.of(arguments.split(" ")), NOON);
    }
}
