package com.rechain.dao.perf.lab.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.perf.lab.scenario.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;

class JmeterTest {
    @Test
    void aCourseIsToldInTheLanguageOfTheOpenModel() {
        assertThat(Jmeter.schedule(List.of(new Phase(10, 50, 50), new Phase(1, 50, 500))))
                .isEqualTo(
                        "rate(50/sec) even_arrivals(10 sec) rate(50/sec) even_arrivals(1 sec) rate(500/sec) pause(5 sec)");
    }
}
