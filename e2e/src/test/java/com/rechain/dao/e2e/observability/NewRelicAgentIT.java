package com.rechain.dao.e2e.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.devstack.backing.ProcessServer;
import com.rechain.dao.devstack.process.Ports;
import com.rechain.dao.devstack.process.ProcessSpec;
import com.rechain.dao.e2e.observability.NewRelicStub.Invocation;
import com.rechain.dao.e2e.support.SameInEveryHome;
import com.rechain.dao.e2e.support.Waiting;
import com.rechain.dao.test.backing.DaoRoot;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * New Relic's agent is added from outside: a jar, a JVM option, a key; the image stays as it is.
 */
@SameInEveryHome
@Isolated("starts services of its own")
class NewRelicAgentIT {
    private static final String LICENSE_KEY = "eeee0000eeee0000eeee0000eeee0000eeeeNRAL";
    private static final Path AGENT =
            DaoRoot.path().resolve("e2e/target/newrelic/newrelic-agent.jar");

    @TempDir Path folder;

    @Test
    void aServiceUnderTheAgentGetsReadyAndReportsUnderItsNameAndKey() throws Exception {
        TestCertificate certificate = TestCertificate.in(folder);
        try (NewRelicStub collector = new NewRelicStub(certificate)) {
            ProcessServer gateway = gateway(agent(collector, certificate));
            try {
                gateway.start();
                gateway.awaitReady(Duration.ofSeconds(120));

                Invocation connect =
                        Waiting.until(() -> collector.invocations("connect"), all -> !all.isEmpty())
                                .getFirst();
                assertThat(connect.licenseKey()).isEqualTo(LICENSE_KEY);
                assertThat(connect.json().at("/0/app_name/0").asText()).isEqualTo("gateway");
                assertThat(connect.json().at("/0/language").asText()).isEqualTo("java");
                // The agent's first report comes half a minute after it has connected.
                await().atMost(Duration.ofSeconds(90))
                        .until(() -> !collector.invocations("metric_data").isEmpty());
            } finally {
                gateway.stop();
            }
            assertThat(gateway.process().log().path())
                    .content()
                    .contains("New Relic Agent")
                    .doesNotContain(LICENSE_KEY);
        }
    }

    private static Map<String, String> agent(NewRelicStub collector, TestCertificate certificate) {
        return Map.of(
                "NEW_RELIC_APP_NAME", "gateway",
                "NEW_RELIC_LICENSE_KEY", LICENSE_KEY,
                "NEW_RELIC_HOST", "localhost",
                "NEW_RELIC_PORT", Integer.toString(collector.port()),
                "NEW_RELIC_CA_BUNDLE_PATH", certificate.pem().toString(),
                "NEW_RELIC_LOG", "STDOUT",
                "NEW_RELIC_EXPERIMENTAL_RUNTIME", "true",
                // By itself it connects only after up to a minute.
                "NEW_RELIC_SYNC_STARTUP", "true");
    }

    private ProcessServer gateway(Map<String, String> agent) {
        int[] ports = Ports.free(2);
        Map<String, String> variables = new HashMap<>(agent);
        variables.put("JAVA_TOOL_OPTIONS", "-javaagent:" + AGENT);
        variables.put("DAO_HTTP_HOST", "127.0.0.1");
        variables.put("DAO_HTTP_PORT", Integer.toString(ports[0]));
        variables.put("DAO_MANAGEMENT_PORT", Integer.toString(ports[1]));
        for (String service : List.of("USER", "PROPOSAL", "VOTING")) {
            variables.put("DAO_GATEWAY_" + service + "_SERVICE", "http://127.0.0.1:1");
        }
        Path jar = DaoRoot.path().resolve("gateway/target/quarkus-app/service-runner.jar");
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-jar",
                        jar.toString());
        return new ProcessServer(
                new ProcessSpec("gateway-new-relic", command, variables, folder, folder),
                ports[0],
                () -> ready(ports[1]));
    }

    private static boolean ready(int managementPort) {
        URI address = URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready");
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException _) {
            return false;
        }
    }
}
