package com.rechain.dao.tally.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.CanonicalJson;
import com.rechain.dao.tally.json.Coded;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.json.Sha256;
import com.rechain.dao.tally.json.StrictJson;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one vote. Once frozen they are carried as canonical JSON and named by its SHA-256,
 * so that a later change of a space's settings can never reach a running or past vote.
 *
 * @param method what the system leaves open; null where it leaves nothing open
 * @param minimumApproval weight in favour that is needed besides, null for none
 * @param approval always there for basic votes; for systems whose scores are weight it is an extra
 *     bar for the leading option
 */
public record Rules(
        SystemName system,
        @Nullable Method method,
        QuorumRule quorum,
        @Nullable ApprovalRule approval,
        @Nullable MinimumApproval minimumApproval,
        ChangeOfVote changeOfVote,
        Visibility visibility,
        TieRule ties,
        Provisions provisions) {

    /** Rules that provide for nothing out of the ordinary. */
    public Rules(
            SystemName system,
            @Nullable Method method,
            QuorumRule quorum,
            @Nullable ApprovalRule approval,
            @Nullable MinimumApproval minimumApproval,
            ChangeOfVote changeOfVote,
            Visibility visibility,
            TieRule ties) {
        this(
                system,
                method,
                quorum,
                approval,
                minimumApproval,
                changeOfVote,
                visibility,
                ties,
                Provisions.USUAL);
    }

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
                            STV,
                            COPELAND,
                            SCHULZE,
                            BUDGET ->
                            null;
                };
        return new Rules(
                system,
                Method.defaultFor(system),
                system == SystemName.OPTIMISTIC
                        ? QuorumRule.OBJECTION_OF_A_FIFTH
                        : QuorumRule.NOTHING_NEEDED,
                approval,
                null,
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
     * the {@link Preset} that they name, or else from {@link #defaultsFor the system's defaults}.
     */
    public static Parsed<Rules> parseWithDefaults(SystemName system, JsonNode partial) {
        if (!(partial instanceof ObjectNode given)) {
            return Parsed.refused("", "object", "An object is expected.");
        }
        return switch (base(system, given.path("preset"))) {
            case Parsed.Refused<Rules>(var faults) -> new Parsed.Refused<>(faults);
            case Parsed.Accepted<Rules>(Rules base) -> sameSystem(system, complete(base, given));
        };
    }

    private static Parsed<Rules> base(SystemName system, JsonNode preset) {
        if (preset.isMissingNode()) {
            return new Parsed.Accepted<>(defaultsFor(system));
        }
        Optional<Preset> named = Coded.find(Preset.class, preset.asText());
        if (!preset.isTextual() || named.isEmpty()) {
            return Parsed.refused(
                    "preset",
                    "one-of",
                    "One of %s is expected.".formatted(Coded.codes(Preset.class)));
        }
        Rules rules = named.get().rules();
        return rules.system() == system
                ? new Parsed.Accepted<>(rules)
                : Parsed.refused(
                        "preset",
                        "same-system",
                        "This preset is for the voting system " + rules.system().code() + ".");
    }

    private static Parsed<Rules> sameSystem(SystemName system, ObjectNode complete) {
        return complete.path("system").asText().equals(system.code())
                ? parse(complete)
                : Parsed.refused(
                        "system",
                        "same-system",
                        "The proposal's own voting system is " + system.code() + ".");
    }

    private static ObjectNode complete(Rules base, ObjectNode given) {
        ObjectNode complete = base.toJson();
        complete.setAll(given);
        complete.remove("preset");
        if (base.toJson().get("method") instanceof ObjectNode usual
                && given.get("method") instanceof ObjectNode asked) {
            complete.set("method", usual.setAll(asked));
        }
        return complete;
    }

    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("system", system.code());
        if (method != null) {
            json.set("method", MethodJson.of(method));
        }
        quorum.write(json.putObject("quorum"));
        if (approval != null) {
            approval.write(json.putObject("approval"));
        }
        if (minimumApproval != null) {
            minimumApproval.write(json.putObject("minimumApproval"));
        }
        json.put("changeOfVote", changeOfVote.code());
        json.put("visibility", visibility.code());
        json.put("ties", ties.code());
        provisions.write(json);
        return json;
    }

    /** Through how many hands weight may pass, and how much of it to one delegate. */
    public DelegationRule delegation() {
        return provisions.delegation();
    }

    /** What may move the end of the vote. */
    public EndingRule ending() {
        return provisions.ending();
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
