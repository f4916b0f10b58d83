package com.rechain.dao.perf.diagnose;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A diagnosis for programs. */
public final class DiagnosisJson {
    private DiagnosisJson() {}

    /** {@code {"healthy":…,"findings":[…],"explained":[…]}}, strongest first. */
    public static ObjectNode of(Diagnosis diagnosis) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("healthy", diagnosis.findings().isEmpty());
        ArrayNode findings = json.putArray("findings");
        diagnosis.findings().forEach(finding -> put(findings.addObject(), finding));
        ArrayNode explained = json.putArray("explained");
        diagnosis
                .explained()
                .forEach(finding ->
                        explained
                                .addObject()
                                .put("cause", finding.cause().title())
                                .put("where", finding.where()));
        return json;
    }

    private static void put(ObjectNode node, Finding finding) {
        Cause cause = finding.cause();
        node.put("class", cause.bottleneck().title());
        node.put("cause", cause.title());
        node.put("where", finding.where());
        node.put("excess", finding.excess());
        ArrayNode evidence = node.putArray("evidence");
        finding.evidence().forEach(evidence::add);
        ArrayNode recommendations = node.putArray("recommendations");
        cause.recommendations()
                .forEach(recommendation ->
                        recommendations
                                .addObject()
                                .put("leaf", recommendation.leaf().title())
                                .put("what", recommendation.what()));
        node.put("experiment", cause.experiment());
    }
}
