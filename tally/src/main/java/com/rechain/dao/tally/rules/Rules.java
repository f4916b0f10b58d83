package com.rechain.dao.tally.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.CanonicalJson;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.json.Sha256;
import com.rechain.dao.tally.json.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one vote. Once frozen they are carried as canonical JSON and named by its SHA-256,
 * so that a later change of a space's settings can never reach a running or past vote.
 *
 * @param method what the system leaves open; null where it leaves nothing open
 * @param approval always there for basic votes; for systems whose scores are weight it is an extra
 *     bar for the leading option
 */
public record Rules(
        SystemName system,
        @Nullable Method method,
        QuorumRule quorum,
        @Nullable ApprovalRule approval,
        ChangeOfVote changeOfVote,
        Visibility visibility,
        TieRule ties) {

    /** The rules of a proposal that asks for nothing special. */
    public static Rules defaultsFor(SystemName system) {
        ApprovalRule approval =
                switch (system) {
                    case BASIC -> ApprovalRule.SIMPLE_MAJORITY;
                    case OPTIMISTIC,
                            SINGLE_CHOICE,
                            APPROVAL,
                            WEIGHTED,
                            QUADRATIC,
                            SCORE,
                            BORDA,
                            RANKED_CHOICE,
                            COPELAND,
                            SCHULZE ->
                            null;
                };
        return new Rules(
                system,
                Method.defaultFor(system),
                system == SystemName.OPTIMISTIC
                        ? QuorumRule.OBJECTION_OF_A_FIFTH
                        : QuorumRule.NOTHING_NEEDED,
                approval,
                ChangeOfVote.UNTIL_CLOSE,
                Visibility.PUBLIC_LIVE,
                TieRule.DEFEAT);
    }

    /** Reads complete rules; every missing, unknown or wrong field is named. */
    public static Parsed<Rules> parse(String json) {
        return switch (StrictJson.parse(json)) {
            case Parsed.Accepted<JsonNode>(JsonNode node) -> parse(node);
            case Parsed.Refused<JsonNode>(var faults) -> new Parsed.Refused<>(faults);
        };
    }

    public static Parsed<Rules> parse(JsonNode json) {
        return new RulesReader(json).read();
    }

    /**
     * Reads rules that may leave out whole fields, and any part of the method; those are taken from
     * {@link #defaultsFor the system's defaults}.
     */
    public static Parsed<Rules> parseWithDefaults(SystemName system, JsonNode partial) {
        if (!(partial instanceof ObjectNode given)) {
            return Parsed.refused("", "object", "An object is expected.");
        }
        ObjectNode complete = defaultsFor(system).toJson();
        complete.setAll(given);
        if (defaultsFor(system).toJson().get("method") instanceof ObjectNode usual
                && given.get("method") instanceof ObjectNode asked) {
            complete.set("method", usual.setAll(asked));
        }
        if (!complete.path("system").asText().equals(system.code())) {
            return Parsed.refused(
                    "system",
                    "same-system",
                    "The proposal's own voting system is " + system.code() + ".");
        }
        return parse(complete);
    }

    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("system", system.code());
        if (method != null) {
            json.set("method", method.toJson());
        }
        quorum.write(json.putObject("quorum"));
        if (approval != null) {
            approval.write(json.putObject("approval"));
        }
        json.put("changeOfVote", changeOfVote.code());
        json.put("visibility", visibility.code());
        json.put("ties", ties.code());
        return json;
    }

    /** The RFC 8785 text that is hashed and stored. */
    public String canonical() {
        return CanonicalJson.text(toJson());
    }

    /** The rules' name: lower-case hexadecimal SHA-256 of the canonical text. */
    public String hash() {
        return Sha256.hex(canonical());
    }
}
