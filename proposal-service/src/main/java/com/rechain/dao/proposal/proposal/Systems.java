package com.rechain.dao.proposal.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The voting systems by the names the API gives them, and the rules they come to. */
public final class Systems {
    private Systems() {}

    /** The system called {@code code}, if there is one. */
    public static Optional<SystemName> named(String code) {
        return Arrays.stream(SystemName.values())
                .filter(system -> system.code().equals(code))
                .findFirst();
    }

    /** The names of all of them, for people. */
    public static String names() {
        return Arrays.stream(SystemName.values())
                .map(SystemName::code)
                .collect(Collectors.joining(", "));
    }

    /**
     * The complete rules of {@code wording} in a space with {@code defaults} of its own: the
     * author's members first, then the space's, then the system's. Refused where they do not fit
     * together.
     */
    public static Parsed<Rules> rulesOf(Wording wording, @Nullable JsonNode defaults) {
        if (!(defaults instanceof ObjectNode object) || object.isEmpty()) {
            return new Parsed.Accepted<>(rulesOf(wording));
        }
        ObjectNode rules = object.deepCopy();
        if (wording.rules() != null
                && StrictJson.parse(wording.rules()).orElseThrow() instanceof ObjectNode chosen) {
            rules.setAll(chosen);
        }
        return Rules.parseWithDefaults(named(wording.system()).orElseThrow(), rules);
    }

    /** The complete rules that {@code wording}, which has been checked, asks for. */
    public static Rules rulesOf(Wording wording) {
        SystemName system = named(wording.system()).orElseThrow();
        if (wording.rules() == null) {
            return Rules.defaultsFor(system);
        }
        return Rules.parseWithDefaults(system, StrictJson.parse(wording.rules()).orElseThrow())
                .orElseThrow();
    }
}
