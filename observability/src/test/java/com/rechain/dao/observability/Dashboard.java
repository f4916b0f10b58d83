package com.rechain.dao.observability;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One of Grafana's dashboards in {@code dashboards/}. */
record Dashboard(Path file, JsonNode node) {

    static List<Dashboard> all() {
        return Folder.files("dashboards").stream()
                .map(file -> new Dashboard(file, Folder.read(file)))
                .toList();
    }

    String name() {
        return file.getFileName().toString().replace(".json", "");
    }

    /** Everything that shows data; rows are headings. */
    List<JsonNode> panels() {
        List<JsonNode> panels = new ArrayList<>();
        node.path("panels")
                .forEach(panel -> {
                    if (!panel.path("type").asText().equals("row")) {
                        panels.add(panel);
                    }
                });
        return panels;
    }

    List<Expression> expressions() {
        return panels().stream()
                .flatMap(panel -> panel.findValues("expr").stream())
                .map(expr -> new Expression(expr.asText()))
                .toList();
    }
}
