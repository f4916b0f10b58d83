package com.rechain.dao.perf.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.rechain.dao.perf.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapacityTest {
    private static final Demands DEMANDS = demands();

    @Test
    void utilisationIsThroughputTimesDemand() {
        // 1,000 requests a second: 900 lists of 100 us, 80 votes of 300, 10 logins of 100, 10
        // comments of 100.
        CapacityPlan plan = CapacityPlan.of(DEMANDS, Mix.DEFAULT, 5_000, 4);

        assertThat(plan.perSecond()).isEqualTo(1_000);
        assertThat(station(plan, "gateway").cores()).isCloseTo(0.116, within(1e-9));
    }

    @Test
    void instancesKeepBelowTheTarget() {
        CapacityPlan plan = CapacityPlan.of(DEMANDS, Mix.DEFAULT, 50_000, 4);

        assertThat(station(plan, "gateway").cores()).isCloseTo(1.16, within(1e-9));
        assertThat(station(plan, "gateway").instances()).isEqualTo(2);
        assertThat(station(plan, "gateway").utilisation()).isLessThanOrEqualTo(CapacityPlan.TARGET);
    }

    @Test
    void whatCanNotBeMultipliedIsTheNextBottleneck() {
        CapacityPlan plan = CapacityPlan.of(DEMANDS, Mix.DEFAULT, 5_000, 1);

        assertThat(plan.nextBottleneck().name()).isEqualTo("primary");
        // 0.9 * 0 + 0.08 * 1000 + 0.01 * 100 * 2 us = 82 us: 0.082 cores at 5,000 users.
        assertThat(plan.usersUntilNextBottleneck()).isCloseTo(42_683L, within(1L));
    }

    @Test
    void connectionsFollowFromTheTimeTheyAreHeld() {
        CapacityPlan plan = CapacityPlan.of(DEMANDS, Mix.VOTING, 50_000, 4);

        // 4,800 votes a second hold one of voting-service for 2 ms each: 9.6 busy, over two
        // instances.
        int instances = station(plan, "voting-service").instances();
        double busy = 9.6 / instances;
        assertThat(station(plan, "voting-service").connections())
                .isEqualTo((int) Math.ceil(busy + 3 * Math.sqrt(busy)));
        assertThat(plan.connections()).isGreaterThan(0);
    }

    @Test
    void demandsAreReadAsTheyWereWritten(@TempDir Path folder) throws IOException {
        DEMANDS.write(folder.resolve("demands.json"));

        assertThat(Demands.read(folder.resolve("demands.json"))).isEqualTo(DEMANDS);
    }

    @Test
    void halfADemandFileIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("demands.json"), "{\"measuredAt\":\"x\"");

        assertThatThrownBy(() -> Demands.read(file))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("whole demands");
    }

    @Test
    void withoutDemandsNothingIsPlanned(@TempDir Path folder) {
        assertThatThrownBy(() -> new CapacityCommand().run(folder, List.of("--users", "5000")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--measure");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--users",
                "--users none",
                "--users -5",
                "--users 5000 --mix odd",
                "--users 5000 --growth x",
                "--people 5"
            })
    void whatIsNotUnderstoodIsRefused(String arguments) {
        List<String> given = arguments.isEmpty() ? List.of() : List.of(arguments.split(" "));

        assertThatThrownBy(() -> CapacityArguments.of(given)).isInstanceOf(UsageException.class);
    }

    @Test
    void growthIsWrittenWithAnX() {
        CapacityArguments asked =
                CapacityArguments.of(
                        List.of("--users", "5000", "--mix", "voting", "--growth", "10x"));

        assertThat(asked).isEqualTo(new CapacityArguments(5_000, Mix.VOTING, 10, 4));
    }

    @Test
    void sharesOfAMixAddUpToOne() {
        for (Mix mix : Mix.values()) {
            assertThat(mix.shares().values().stream().mapToDouble(Double::doubleValue).sum())
                    .isCloseTo(1, within(1e-9));
        }
    }

    private static CapacityPlan.Station station(CapacityPlan plan, String name) {
        return plan.stations().stream()
                .filter(station -> station.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Demands demands() {
        Map<String, Map<String, Double>> cpu = new TreeMap<>();
        Map<String, Map<String, Double>> held = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            boolean votes = kind == Kind.VOTE;
            boolean reads = kind == Kind.LIST || kind == Kind.PROPOSAL;
            cpu.put(
                    kind.text(),
                    Map.of(
                            "gateway", votes ? 300.0 : 100.0,
                            "voting-service", votes ? 250.0 : 0.0,
                            "primary", votes ? 1_000.0 : reads ? 0.0 : 100.0,
                            "redis", 10.0));
            held.put(kind.text(), Map.of("voting-service", votes ? 2.0 : 0.0));
        }
        return new Demands("2026-11-26T12:00:00Z", cpu, held, Map.of("gateway", 2e8));
    }
}
