package com.rechain.dao.chart;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What {@code k8s/} has to hold: the base is what the chart renders alike for all overlays, each
 * overlay the rest. One file per part, and a kustomization that lists them.
 */
final class Kustomization {
    private static final Map<String, String> SCENARIOS =
            Map.of("dev", "trial", "production", "production");
    private static final String HEADER =
            "# Rendered from helm/rechain-dao; k8s/README.md says how. Change the chart or the values, not this.\n";

    Map<Path, String> files() {
        Map<String, Set<String>> overlays = new TreeMap<>();
        SCENARIOS.forEach(
                (overlay, scenario) -> overlays.put(overlay, documents(overlay, scenario)));
        Set<String> common = common(overlays.values());

        Map<Path, String> files = new TreeMap<>();
        addFolder(files, Path.of("base"), common, "");
        overlays.forEach((overlay, documents) -> {
            documents.removeAll(common);
            addFolder(files, Path.of("overlays", overlay), documents, "  - ../../base\n");
        });
        return files;
    }

    private static Set<String> documents(String overlay, String scenario) {
        Path values =
                Chart.FOLDER.resolve("../../k8s/overlays").resolve(overlay).resolve("values.yaml");
        String text = Chart.scenario(scenario).with(values).text("dao");
        return Manifests.documents(text)
                .filter(document -> !isHook(Manifests.tree(document)))
                .map(document ->
                        document.replace("managed-by: Helm", "managed-by: Kustomize").strip()
                                + "\n")
                .collect(toCollection(TreeSet::new));
    }

    /** Kustomize knows no hooks; migrations run in init containers there. */
    private static boolean isHook(JsonNode object) {
        return object.at("/metadata/annotations").has("helm.sh/hook");
    }

    private static Set<String> common(Collection<Set<String>> overlays) {
        Set<String> common = new TreeSet<>(overlays.iterator().next());
        overlays.forEach(common::retainAll);
        return common;
    }

    private static void addFolder(
            Map<Path, String> files, Path folder, Set<String> documents, String resources) {
        Map<String, StringBuilder> parts = new TreeMap<>();
        for (String document : documents) {
            parts.computeIfAbsent(part(Manifests.tree(document)), _ -> new StringBuilder(HEADER))
                    .append("---\n")
                    .append(document);
        }
        Map<String, String> contents = new LinkedHashMap<>();
        parts.forEach((part, text) -> contents.put(part + ".yaml", text.toString()));
        contents.forEach((name, text) -> files.put(folder.resolve(name), text));
        files.put(
                folder.resolve("kustomization.yaml"),
                HEADER
                        + "apiVersion: kustomize.config.k8s.io/v1beta1\n"
                        + "kind: Kustomization\n"
                        + "resources:\n"
                        + resources
                        + contents.keySet().stream().map("  - %s\n"::formatted).collect(joining()));
    }

    private static String part(JsonNode object) {
        return object.at("/metadata/labels/app.kubernetes.io~1name").asText("release");
    }
}
