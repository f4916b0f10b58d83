package com.rechain.dao.perf.jmeter;

import javax.script.ScriptEngineManager;
import us.abstracta.jmeter.javadsl.core.DslTestPlan;
import us.abstracta.jmeter.javadsl.core.engines.EmbeddedJmeterEngine;

/** Runs one committed plan: {@code JmeterRun <plan.jmx> <job> <log> <gateway> <schedule>}. */
public final class JmeterRun {
    private static final int ARGUMENTS = 5;

    private JmeterRun() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != ARGUMENTS) {
            System.err.println("JmeterRun takes plan, job, log, gateway and schedule.");
            System.exit(2);
            return;
        }
        EmbeddedJmeterEngine engine =
                new EmbeddedJmeterEngine()
                        .prop("job", arguments[1])
                        .prop("log", arguments[2])
                        .prop("gateway", arguments[3])
                        .prop("schedule", arguments[4])
                        .prop("httpclient.timeout", 15_000)
                        .prop("httpclient4.time_to_live", 60_000);
        // The schedule runs from the start of the test, and Groovy takes seconds to load.
        new ScriptEngineManager().getEngineByName("groovy").eval("[1].collect { it }");
        DslTestPlan.fromJmx(arguments[0]).runIn(engine);
        // JMeter's own threads would keep the process.
        System.exit(0);
    }
}
