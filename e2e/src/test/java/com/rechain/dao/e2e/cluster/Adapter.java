package com.rechain.dao.e2e.cluster;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The cluster's prometheus-adapter: a ConfigMap and a Deployment in namespace {@code monitoring}.
 */
final class Adapter {
    private static final String OURS = "k8s/monitoring/adapter-config.yaml";
    private static JsonNode before;

    private Adapter() {}

    /** Gives it the rules that the repository ships, in the place of its own. */
    static void useOurRules() {
        before = Cluster.get("configmap", "adapter-config", "-n", "monitoring").path("data");
        Cluster.kubectl("apply", "-f", OURS);
        restart();
    }

    /** Gives it back what it had. */
    static void restoreRules() {
        Cluster.kubectl(
                "patch",
                "configmap",
                "adapter-config",
                "-n",
                "monitoring",
                "--type=merge",
                "-p",
                "{\"data\":" + before + "}");
        restart();
    }

    /** How many pods of a release have a value of a custom metric. */
    static int podMetric(Release release, String metric) {
        return Cluster.raw(
                        "/apis/custom.metrics.k8s.io/v1beta1/namespaces/%s/pods/*/%s"
                                .formatted(release.namespace(), metric))
                .path("items")
                .size();
    }

    private static void restart() {
        Cluster.kubectl("rollout", "restart", "deployment/prometheus-adapter", "-n", "monitoring");
        Cluster.kubectl(
                "rollout",
                "status",
                "deployment/prometheus-adapter",
                "-n",
                "monitoring",
                "--timeout=3m");
    }
}
