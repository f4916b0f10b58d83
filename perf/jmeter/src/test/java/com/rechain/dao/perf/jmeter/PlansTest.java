package com.rechain.dao.perf.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.abstracta.jmeter.javadsl.core.DslTestPlan;

class PlansTest {
    private static final String UPDATE = "dao.jmeter.update";

    @TempDir Path folder;

    /** {@code -Ddao.jmeter.update=true} writes them anew. */
    @Test
    void theCommittedPlansAreWhatTheDslMakes() throws IOException {
        for (Map.Entry<String, DslTestPlan> plan : Plans.all().entrySet()) {
            Path made = folder.resolve(plan.getKey());
            plan.getValue().saveAsJmx(made.toString());
            Path committed = Path.of(plan.getKey());
            if (Boolean.getBoolean(UPDATE)) {
                Files.copy(made, committed, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }

            assertThat(committed).hasSameTextualContentAs(made);
        }
    }

    @Test
    void theyOpenAsPlansWithAnOpenModel() throws IOException {
        for (String name : Plans.all().keySet()) {
            assertThat(Files.readString(Path.of(name)))
                    .contains("OpenModelThreadGroup", "${__P(schedule)}");
            assertThat(DslTestPlan.fromJmx(name)).isNotNull();
        }
    }
}
