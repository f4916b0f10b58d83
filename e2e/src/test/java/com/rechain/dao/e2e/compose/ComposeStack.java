package com.rechain.dao.e2e.compose;

import com.rechain.dao.e2e.support.Command;
import com.rechain.dao.e2e.support.LoadBalancer;
import com.rechain.dao.e2e.support.Waiting;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The platform as {@code compose.yaml} runs it, under a project name of its own, with an nginx in
 * front of its two gateways. Ended with the JVM, volumes included.
 */
public final class ComposeStack {
    private static final class Running {
        private static final ComposeStack STACK = start();
    }

    private static final Command DOCKER = Command.of("docker");

    /**
     * A JVM that can not use the image's cache ends instead of going on without; the quick compiler
     * alone does for eight on a small machine. There a starting JVM takes all processors, so that a
     * ballot meanwhile may take more than the 900 ms after which it is given up: that says nothing
     * of who is restarted.
     */
    private static final String JAVA_OPTIONS =
            "-XX:AOTMode=on -XX:TieredStopAtLevel=1"
                    + " -Ddao.ballots.deadline=2500ms -Ddao.closing.grace=4s";

    private final Command compose;
    private final URI url;

    private ComposeStack(Command compose, URI url) {
        this.compose = compose;
        this.url = url;
    }

    public static ComposeStack get() {
        return Running.STACK;
    }

    /** The address that balances over the gateways. */
    public URI url() {
        return url;
    }

    /** The names of a service's containers. */
    public List<String> containers(String service) {
        return compose.run("ps", "--format", "{{.Name}}", service).lines().sorted().toList();
    }

    /** What the container of a backing service printed for {@code words}. */
    public String inside(String service, String... words) {
        List<String> all = new ArrayList<>(List.of("exec", "-T", service));
        all.addAll(List.of(words));
        return compose.run(all.toArray(String[]::new));
    }

    /**
     * Stops a container as an orchestrator would, starts it again, and returns once it is ready.
     */
    void restart(String container) {
        DOCKER.run("restart", "-t", "40", container);
        awaitHealthy(container);
    }

    /** The same, but returns once its process is live. */
    void restartUnready(String container) {
        DOCKER.run("restart", "-t", "40", container);
        Waiting.until(() -> probe(container, "/q/health/live"), live -> live);
    }

    void awaitHealthy(String container) {
        Waiting.until(
                () -> DOCKER.run("inspect", "-f", "{{.State.Health.Status}}", container),
                "healthy"::equals);
    }

    /** Whether the container answers 200 for a path of its management port. */
    boolean probe(String container, String path) {
        String script = "/app/bin/probe 127.0.0.1 9000 " + path + " && echo yes || echo no";
        return DOCKER.run("exec", container, "bash", "-c", script).equals("yes");
    }

    void stop(String service) {
        compose.run("stop", "-t", "10", service);
    }

    void start(String service) {
        compose.run("start", service);
    }

    private static ComposeStack start() {
        int port = twoFreePorts();
        Command compose =
                Command.of("docker", "compose", "-p", "dao-e2e-" + ProcessHandle.current().pid())
                        .with("DAO_PORTS", port + "-" + (port + 1))
                        // Votes of a second or two, so that a journey sees its end.
                        .with("DAO_PROPOSAL_MIN_VOTING_PERIOD", "PT1S")
                        .with("DAO_JAVA_OPTS", JAVA_OPTIONS);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> compose.run("down", "-v", "-t", "1")));
        compose.run("up", "-d", "--wait", "--quiet-pull");
        List<URI> gateways =
                List.of(
                        URI.create("http://127.0.0.1:" + port),
                        URI.create("http://127.0.0.1:" + (port + 1)));
        return new ComposeStack(compose, LoadBalancer.over(gateways));
    }

    private static int twoFreePorts() {
        while (true) {
            try (ServerSocket first = new ServerSocket(0);
                    ServerSocket second = new ServerSocket(first.getLocalPort() + 1)) {
                return second.getLocalPort() - 1;
            } catch (IOException _) {
                // The neighbour is taken: another pair.
            }
        }
    }
}
