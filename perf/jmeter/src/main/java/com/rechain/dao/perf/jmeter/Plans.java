package com.rechain.dao.perf.jmeter;

import static us.abstracta.jmeter.javadsl.JmeterDsl.httpSampler;
import static us.abstracta.jmeter.javadsl.JmeterDsl.ifController;
import static us.abstracta.jmeter.javadsl.JmeterDsl.jsr223PostProcessor;
import static us.abstracta.jmeter.javadsl.JmeterDsl.jsr223PreProcessor;
import static us.abstracta.jmeter.javadsl.JmeterDsl.jsr223Sampler;
import static us.abstracta.jmeter.javadsl.JmeterDsl.setupThreadGroup;
import static us.abstracta.jmeter.javadsl.JmeterDsl.teardownThreadGroup;
import static us.abstracta.jmeter.javadsl.JmeterDsl.testPlan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import us.abstracta.jmeter.javadsl.core.DslTestPlan;
import us.abstracta.jmeter.javadsl.core.threadgroups.BaseThreadGroup.ThreadGroupChild;
import us.abstracta.jmeter.javadsl.http.DslHttpSampler;

/**
 * The plans of the four scenarios. Job, log and schedule are properties, set by the lab: {@code
 * -Jjob=… -Jlog=… -Jschedule=…} in JMeter's own program.
 */
final class Plans {
    private Plans() {}

    /** All plans by the name of their file. */
    static Map<String, DslTestPlan> all() {
        Map<String, DslTestPlan> plans = new TreeMap<>();
        plans.put("registration.jmx", plan("registration", write("register", "POST", false)));
        plans.put("voting.jmx", plan("voting", write("vote", "PUT", true)));
        plans.put("retrieval.jmx", plan("retrieval", read()));
        plans.put(
                "proposal.jmx",
                plan(
                        "proposal",
                        write("draft", "POST", true),
                        ifController(
                                "${__groovy(vars.get('madeId') != null)}",
                                write("publish", "POST", true))));
        return plans;
    }

    private static DslTestPlan plan(String name, ThreadGroupChild... requests) {
        return testPlan(
                        setupThreadGroup(jsr223Sampler("open the job", script("open"))),
                        new OpenArrivals(name, "${__P(schedule)}", requests),
                        teardownThreadGroup(jsr223Sampler("close the log", script("close"))))
                .tearDownOnlyAfterMainThreadsDone();
    }

    /**
     * @param signedIn whether it carries a token; an empty one would be refused
     */
    private static DslHttpSampler write(String step, String method, boolean signedIn) {
        DslHttpSampler sampler = sampler(step, method).header("Content-Type", "application/json");
        if (signedIn) {
            sampler.header("Authorization", "${authorization}");
        }
        return sampler.header("Idempotency-Key", "${key}").body("${body}");
    }

    private static DslHttpSampler read() {
        return sampler("read", "GET")
                .header("Accept-Encoding", "gzip, br")
                .header("If-None-Match", "${etag}");
    }

    private static DslHttpSampler sampler(String step, String method) {
        return httpSampler(step, "${__P(gateway)}${path}")
                .method(method)
                .children(
                        jsr223PreProcessor("prepare", script(step)),
                        jsr223PostProcessor("write down", script("note")));
    }

    private static String script(String name) {
        try (InputStream in = Plans.class.getResourceAsStream(name + ".groovy")) {
            if (in == null) {
                throw new IllegalStateException("no script " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
