package com.rechain.dao.e2e.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.e2e.support.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The cluster of {@code KUBECONFIG}, by {@code kubectl} and {@code helm}. From the environment:
 *
 * <ul>
 *   <li>{@code DAO_CLUSTER_PUSH}: a command that brings local images to the cluster
 *   <li>{@code DAO_CLUSTER_KILL_NODE}, {@code DAO_CLUSTER_REVIVE_NODE}: commands that take a node's
 *       name
 *   <li>{@code DAO_CLUSTER_PROMETHEUS}: namespace/service:port, {@code monitoring/prometheus:9090}
 *       if unset
 * </ul>
 */
final class Cluster {
    private static final Command KUBECTL = Command.of("kubectl");
    private static final Command HELM = Command.of("helm");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Cluster() {}

    static String kubectl(String... words) {
        return KUBECTL.run(words);
    }

    static String helm(String... words) {
        return HELM.run(words);
    }

    /** What {@code kubectl get … -o json} prints. */
    static JsonNode get(String... words) {
        List<String> all = new ArrayList<>(List.of("get", "-o", "json"));
        all.addAll(List.of(words));
        return json(KUBECTL.run(all.toArray(String[]::new)));
    }

    /** An answer of the API server itself. */
    static JsonNode raw(String path) {
        return json(KUBECTL.run("get", "--raw", path));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + text, e);
        }
    }

    /** The names of the nodes that take pods, in order. */
    static List<String> nodes() {
        return stream(get("nodes").path("items"))
                .filter(node -> !node.at("/spec/unschedulable").asBoolean())
                .map(node -> node.at("/metadata/name").asText())
                .sorted()
                .toList();
    }

    /** Where a node is reached from here. */
    static String address(String node) {
        return stream(get("node", node).at("/status/addresses"))
                .filter(address -> address.path("type").asText().equals("InternalIP"))
                .map(address -> address.path("address").asText())
                .findFirst()
                .orElseThrow();
    }

    /** A command that the environment gives for something that no cluster does by itself. */
    static Optional<Command> hook(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(text -> !text.isBlank())
                .map(text -> Command.of("sh", "-c", text + " \"$@\"", variable));
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
