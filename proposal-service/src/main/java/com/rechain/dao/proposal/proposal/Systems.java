package com.rechain.dao.proposal.proposal;

import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

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
