package com.rechain.dao.observability;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One thing that {@code tests/} expects: of which alert, and with which severities it is to fire.
 */
record RuleCase(String alert, Set<String> firing) {
    private static final Pattern ALERT = Pattern.compile("ALERTS\\{alertname=\"(\\w+)\"");
    private static final Pattern SEVERITY = Pattern.compile("severity=\"(\\w+)\"");

    static List<RuleCase> all() {
        return Folder.files("tests").stream()
                .flatMap(file -> stream(Folder.read(file).path("tests")))
                .flatMap(test -> stream(test.path("promql_expr_test")))
                .map(RuleCase::of)
                .toList();
    }

    boolean fires(Rule rule) {
        return alert.equals(rule.name()) && firing.contains(rule.severity());
    }

    boolean isQuiet(Rule rule) {
        return alert.equals(rule.name()) && !firing.contains(rule.severity());
    }

    private static RuleCase of(JsonNode expectation) {
        String alert = first(ALERT, expectation.path("expr").asText());
        Set<String> firing =
                stream(expectation.path("exp_samples"))
                        .map(sample -> first(SEVERITY, sample.path("labels").asText()))
                        .collect(Collectors.toUnmodifiableSet());
        return new RuleCase(alert, firing);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
