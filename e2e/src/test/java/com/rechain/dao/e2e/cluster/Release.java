package com.rechain.dao.e2e.cluster;

import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.e2e.support.Command;
import com.rechain.dao.e2e.support.LoadBalancer;
import com.rechain.dao.e2e.support.Waiting;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The chart, installed once for all tests with {@code cluster/values.yaml}; gone with the JVM,
 * namespace included. Databases, cache and broker are kept on the first node, so that the other can
 * be lost.
 */
public final class Release {
    /** The images under test, and the same ones under another name to upgrade to. */
    static final String VERSION = System.getenv().getOrDefault("DAO_VERSION", "dev");

    static final String NEXT_VERSION = VERSION + "-next";
    static final List<String> SERVICES =
            List.of("user-service", "proposal-service", "voting-service", "gateway");
    static final String NAME = "dao";
    static final String CHART = "helm/rechain-dao";

    private static final class Installed {
        private static final Release RELEASE = install();
    }

    private static final class Balanced {
        private static final URI URL = balance(gateways(get().namespace()));
    }

    private final String namespace;

    private Release(String namespace) {
        this.namespace = namespace;
    }

    public static Release get() {
        return Installed.RELEASE;
    }

    String namespace() {
        return namespace;
    }

    /** A load balancer in front of the gateway's Service at all nodes. */
    public URI url() {
        return Balanced.URL;
    }

    private static URI balance(List<URI> gateways) {
        URI url = LoadBalancer.over(gateways);
        Waiting.until(() -> ApiClient.of(url).get("/health"), health -> health.status() == 200);
        return url;
    }

    private static List<URI> gateways(String namespace) {
        int port =
                Cluster.get("service", NAME + "-gateway", "-n", namespace)
                        .at("/spec/ports/0/nodePort")
                        .asInt();
        return Cluster.nodes().stream()
                .map(node -> URI.create("http://" + Cluster.address(node) + ":" + port))
                .toList();
    }

    /** The node that is never taken away. */
    static String homeNode() {
        return Cluster.nodes().getFirst();
    }

    String kubectl(String... words) {
        List<String> all = new ArrayList<>(List.of("-n", namespace));
        all.addAll(List.of(words));
        return Cluster.kubectl(all.toArray(String[]::new));
    }

    /** Installs or upgrades the release, and waits until all of it is ready. */
    void deploy(String version, String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "upgrade",
                                "--install",
                                NAME,
                                CHART,
                                "-n",
                                namespace,
                                "-f",
                                "e2e/src/test/resources/cluster/values.yaml",
                                "--set",
                                "global.image.tag=" + version,
                                "--wait",
                                "--timeout",
                                "8m"));
        for (String server : List.of("mysql", "redis", "kafka")) {
            words.add("--set");
            words.add("trial." + server + ".nodeSelector.kubernetes\\.io/hostname=" + homeNode());
        }
        words.addAll(List.of(more));
        Cluster.helm(words.toArray(String[]::new));
    }

    /** Whether a connection from inside of a pod comes about; a policy lets it wait in vain. */
    boolean reaches(String pod, String address, int port) {
        String attempt = "(timeout 3 bash -c '</dev/tcp/%s/%d') 2>/dev/null && echo yes || echo no";
        return kubectl("exec", pod, "--", "bash", "-c", attempt.formatted(address, port))
                .endsWith("yes");
    }

    /** The pods of a service that are ready. */
    int ready(String service) {
        return Cluster.get("deployment", NAME + "-" + service, "-n", namespace)
                .at("/status/readyReplicas")
                .asInt();
    }

    /** Waits until every service has all the pods that it wants, ready, and no others. */
    void awaitSettled() {
        for (String service : SERVICES) {
            kubectl("rollout", "status", "deployment/" + NAME + "-" + service, "--timeout=5m");
        }
    }

    private static Release install() {
        push();
        Release release = new Release(namespace("dao-e2e-" + ProcessHandle.current().pid()));
        release.deploy(VERSION);
        return release;
    }

    /** A namespace that takes nothing but pods of the strictest level, gone with the JVM. */
    static String namespace(String name) {
        Cluster.kubectl("create", "namespace", name);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> forget(name)));
        Cluster.kubectl(
                "label", "namespace", name, "pod-security.kubernetes.io/enforce=restricted");
        return name;
    }

    /** Deletes a namespace with everything in it, if it is there. */
    static void forget(String namespace) {
        Cluster.kubectl("delete", "namespace", namespace, "--ignore-not-found", "--timeout=5m");
    }

    private static void push() {
        Cluster.hook("DAO_CLUSTER_PUSH").ifPresent(Release::push);
    }

    private static void push(Command push) {
        List<String> images =
                new ArrayList<>(List.of("mysql:9.7", "redis:8.0", "apache/kafka:4.1.1"));
        for (String service : SERVICES) {
            String image = "rechain-dao/" + service + ":";
            Command.of("docker", "tag", image + VERSION, image + NEXT_VERSION).run();
            images.add(image + VERSION);
            images.add(image + NEXT_VERSION);
        }
        push.run(images.toArray(String[]::new));
    }
}
