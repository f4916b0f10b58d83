package com.rechain.dao.perf.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.perf.bench.result.Figure;
import com.rechain.dao.perf.bench.result.Verdict;
import com.rechain.dao.perf.load.KindResult;
import com.rechain.dao.perf.load.LoadResult;
import com.rechain.dao.perf.measure.Cpu;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Target RATE = Target.of("rate", "/s").atLeast(10).ratioAtLeast(0.5);
    private static final Target OTHER = Target.of("other", "ms").atMost(1);

    private final Findings findings =
            new Findings(RowDeclaration.of("row", "what", "peer", "how", RATE, OTHER));

    @Test
    void roundsBecomeFiguresInTheOrderOfTheirDeclaration() {
        findings.add(OTHER, 0.5);
        findings.add(RATE, 10, 20);

        assertThat(findings.result().figures())
                .extracting(Figure::name)
                .containsExactly("rate", "other");
        assertThat(findings.result().figures())
                .extracting(Figure::verdict)
                .containsOnly(Verdict.MET);
    }

    @Test
    void aRoundWithoutItsPeerLeavesNoRatio() {
        findings.add(RATE, 10, 20);
        findings.add(RATE, 10);

        Figure figure = findings.result().figures().getFirst();

        assertThat(figure.rounds()).hasSize(2);
        assertThat(figure.ratio()).isEmpty();
    }

    @Test
    void whatBrokeOffLeavesWhatWasMeasured() {
        findings.add(RATE, 10, 20);
        findings.missing("nginx is not installed");

        assertThat(findings.result().figures())
                .extracting(Figure::verdict)
                .containsExactly(Verdict.MET, Verdict.NOT_MEASURED);
        assertThat(findings.result().figures().getLast().reason()).contains("nginx");
    }

    @Test
    void onlyWhatWasDeclaredCanBeFound() {
        assertThatThrownBy(() -> findings.add(Target.of("else", ""), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theCostIsThePlatformsAndTheGeneratorsApart() {
        LoadResult load =
                new LoadResult(
                        100,
                        100,
                        100,
                        Map.of("", new KindResult()),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(1));
        Loaded loaded = new Loaded(load, new Cpu(Map.of("a", 2_000_000L, "b", 6_000_000L)), 0.1, 0);

        findings.cost(RATE, loaded);

        Figure figure = findings.result().figures().getFirst();
        assertThat(figure.cpuMicros()).containsExactly(80.0);
        assertThat(figure.generatorMicros()).containsExactly(10.0);
        assertThat(loaded.breakdown()).isEqualTo("b 60.0, a 20.0");
    }
}
