package com.rechain.dao.perf.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule on figures as a run with that cause shows them, its symptoms included. */
class DiagnosisTest {
    private static final String CACHE = "proposal-service.cache.proposals.";
    private static final Map<String, Double> HEALTHY = healthy();

    @Test
    void aHealthyRunAccusesNobody() {
        assertThat(Diagnosis.of(run(), new Figures(HEALTHY)).findings()).isEmpty();
    }

    @Test
    void withoutAHealthyRunNothingRelativeIsJudged() {
        assertThat(Diagnosis.of(run(), Figures.NONE).findings()).isEmpty();
    }

    static Stream<Arguments> runs() {
        return Stream.of(
                arguments(
                        Cause.CPU_QUOTA,
                        with(
                                "voting-service.throttled",
                                0.4,
                                "voting-service.hop_ms",
                                60,
                                "voting-service.redis_ms",
                                9,
                                "voting-service.primary.pool_wait_ms",
                                20)),
                arguments(
                        Cause.NETWORK_DELAY,
                        with("proposal-service.hop_ms", 17, "voting-service.hop_ms", 17)),
                arguments(
                        Cause.INSTANCE_SLOW,
                        with(
                                "proposal-service.instance.proposal-service-1.served_ms",
                                2,
                                "proposal-service.instance.proposal-service-2.served_ms",
                                21)),
                arguments(
                        Cause.REPLICA_BEHIND,
                        with(
                                "voting-service.replica_lag_s",
                                6,
                                "voting-service.reads_at_primary",
                                0.95,
                                "voting-service.primary.statements",
                                3)),
                arguments(
                        Cause.MEMORY_LEAK,
                        with(
                                "proposal-service.heap_growth_kb",
                                30_000,
                                "proposal-service.heap_growth_kb_per_request",
                                25)),
                arguments(
                        Cause.ALLOCATION_STORM,
                        with(
                                "proposal-service.alloc_kb",
                                4_100,
                                "proposal-service.cpu_us",
                                1_400,
                                "proposal-service.gc",
                                0.2)),
                arguments(
                        Cause.CPU_IN_HANDLER,
                        with(
                                "proposal-service.cpu_us",
                                4_700,
                                "proposal-service.hop_ms",
                                9,
                                "host.cpu",
                                0.95)),
                arguments(
                        Cause.MISSING_INDEX,
                        with(
                                "replica.scanned",
                                480,
                                "replica.scanned_per_s",
                                90_000,
                                "replica.scan.voting.ballot",
                                470,
                                "voting-service.replica.pool_wait_ms",
                                4)),
                arguments(
                        Cause.N_PLUS_ONE,
                        with(
                                "voting-service.replica.statements",
                                9,
                                "voting-service.cpu_us",
                                1_900)),
                arguments(
                        Cause.ROW_LOCK_HOTSPOT,
                        with(
                                "primary.lock_ms_per_s",
                                900,
                                "primary.lock_waits",
                                20,
                                "voting-service.primary.pool_wait_ms",
                                3)),
                arguments(
                        Cause.POOL_TOO_SMALL,
                        with(
                                "voting-service.replica.pool_wait_ms",
                                8,
                                "voting-service.replica.pool_size",
                                1,
                                "voting-service.replica.pool_active",
                                0.8)),
                arguments(Cause.REDIS_SLOW, with("proposal-service.redis_ms", 11)),
                arguments(Cause.CACHE_OFF, with(CACHE + "hit", 0.02, CACHE + "size", 1)),
                arguments(
                        Cause.CACHE_TTL,
                        with(
                                CACHE + "hit",
                                0.05,
                                CACHE + "loaded",
                                0.9,
                                CACHE + "kept_early",
                                0.1,
                                CACHE + "kept_late",
                                0.1,
                                "proposal-service.primary.statements",
                                2)),
                arguments(
                        Cause.CACHE_COLD,
                        with(
                                CACHE + "hit",
                                0.8,
                                CACHE + "kept_early",
                                0.6,
                                CACHE + "kept_late",
                                0.97)),
                arguments(Cause.CONSUMERS_BEHIND, with("proposal-service.consumer_lag", 5_000)),
                arguments(Cause.DISK_BUSY, with("host.disk", 0.95)),
                arguments(Cause.MACHINE_FULL, with("host.cpu", 0.97, "voting-service.hop_ms", 12)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theCauseIsNamedAndItsSymptomsAreNot(Cause cause, Figures run) {
        Diagnosis diagnosis = Diagnosis.of(run, new Figures(HEALTHY));

        assertThat(diagnosis.findings()).isNotEmpty();
        assertThat(diagnosis.findings()).extracting(Finding::cause).containsOnly(cause);
    }

    @Test
    void theTableThatIsScannedIsNamed() {
        Diagnosis diagnosis =
                Diagnosis.of(
                        with(
                                "replica.scanned",
                                480,
                                "replica.scanned_per_s",
                                90_000,
                                "replica.scan.voting.ballot",
                                470,
                                "replica.scan.voting.box",
                                3),
                        new Figures(HEALTHY));

        assertThat(diagnosis.bottleneck()).map(Finding::where).contains("voting.ballot");
    }

    @Test
    void symptomsAreToldAsExplained() {
        Diagnosis diagnosis =
                Diagnosis.of(
                        with(
                                "primary.lock_ms_per_s",
                                900,
                                "voting-service.primary.pool_wait_ms",
                                30),
                        new Figures(HEALTHY));

        assertThat(diagnosis.explained())
                .extracting(Finding::cause)
                .containsExactly(Cause.POOL_TOO_SMALL);
        assertThat(DiagnosisText.of(diagnosis))
                .contains("Database: row-lock hotspot", "Explained by that: pool too small");
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void nothingExplainsWhatExplainsIt(Cause cause) {
        assertThat(Explanations.of(cause))
                .noneMatch(explained -> Explanations.of(explained).contains(cause));
        assertThat(Explanations.of(cause)).doesNotContain(cause);
    }

    @Test
    void oneSlowCallOfFewToRedisIsNoFinding() {
        Figures run = with("user-service.redis_ms", 11, "user-service.redis_calls", 1);

        assertThat(Diagnosis.of(run, new Figures(HEALTHY)).findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyCauseSaysWhatToDoAndHowToMakeSure(Cause cause) {
        assertThat(cause.recommendations()).isNotEmpty();
        assertThat(cause.experiment()).isNotBlank();
    }

    @Test
    void everyLeafOfTheFlowIsRecommendedForSomething() {
        assertThat(Arrays.stream(Cause.values()).flatMap(cause -> cause.recommendations().stream()))
                .extracting(Leaf.Recommendation::leaf)
                .contains(Leaf.values());
    }

    @Test
    void jsonAndHtmlSayTheSame() {
        Diagnosis diagnosis =
                Diagnosis.of(with("proposal-service.redis_ms", 11), new Figures(HEALTHY));

        assertThat(DiagnosisJson.of(diagnosis).at("/findings/0/class").asText())
                .isEqualTo("Caching");
        assertThat(DiagnosisJson.of(diagnosis).at("/findings/0/recommendations/0/leaf").asText())
                .isEqualTo("Cache Distribution");
        assertThat(DiagnosisHtml.of(diagnosis)).contains("Caching: Redis slow", "To confirm");
    }

    private static Figures run() {
        return with();
    }

    /** The healthy figures with some of them changed; pairs of name and value. */
    private static Figures with(Object... changed) {
        Map<String, Double> figures = new HashMap<>(HEALTHY);
        for (int i = 0; i < changed.length; i += 2) {
            figures.put((String) changed[i], ((Number) changed[i + 1]).doubleValue());
        }
        return new Figures(figures);
    }

    private static Map<String, Double> healthy() {
        Map<String, Double> figures = new HashMap<>();
        for (String service : FigureSheet.SERVICES) {
            figures.put(service + ".cpu_us", 300.0);
            figures.put(service + ".served_ms", 2.0);
            figures.put(service + ".throttled", 0.0);
            figures.put(service + ".alloc_kb", 60.0);
            figures.put(service + ".gc", 0.01);
            figures.put(service + ".heap_growth_kb", 900.0);
            figures.put(service + ".heap_growth_kb_per_request", 0.4);
            figures.put(service + ".consumer_lag", 3.0);
            figures.put(service + ".replica_lag_s", 0.1);
            figures.put(service + ".hop_ms", 0.6);
            figures.put(service + ".redis_calls", 20.0);
            figures.put(service + ".redis_ms", 0.4);
            figures.put(service + ".redis_failed", 0.0);
            for (String pool : new String[] {".primary", ".replica"}) {
                figures.put(service + pool + ".statements", 0.5);
                figures.put(service + pool + ".query_ms", 0.8);
                figures.put(service + pool + ".pool_wait_ms", 0.01);
                figures.put(service + pool + ".pool_size", 4.0);
                figures.put(service + pool + ".pool_active", 0.2);
            }
        }
        figures.put(CACHE + "gets", 60.0);
        figures.put(CACHE + "hit", 0.92);
        figures.put(CACHE + "loaded", 0.04);
        figures.put(CACHE + "kept_early", 0.95);
        figures.put(CACHE + "kept_late", 0.96);
        figures.put(CACHE + "size", 60.0);
        figures.put("seconds", 20.0);
        figures.put("host.cpu", 0.4);
        figures.put("host.processors", 2.0);
        figures.put("host.disk", 0.2);
        figures.put("primary.lock_ms_per_s", 2.0);
        figures.put("primary.scanned", 1.0);
        figures.put("replica.scanned", 2.0);
        return figures;
    }
}
