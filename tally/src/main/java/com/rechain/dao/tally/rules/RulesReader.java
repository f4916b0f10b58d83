package com.rechain.dao.tally.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.json.ObjectReader;
import com.rechain.dao.tally.json.Parsed;
import java.util.Optional;

/** Reads {@link Rules}: every field by name, every fault gathered. */
final class RulesReader {

    private final ObjectReader reader;

    RulesReader(JsonNode json) {
        this.reader = ObjectReader.of(json);
    }

    Parsed<Rules> read() {
        reader.only(
                "system",
                "method",
                "quorum",
                "approval",
                "minimumApproval",
                "changeOfVote",
                "visibility",
                "ties",
                "veto",
                "defaultOption",
                "tieSeed",
                "finalMinutes",
                "ending",
                "delegation",
                "survey");
        Optional<SystemName> system = reader.coded("system", SystemName.class);
        Optional<Method> method = system.flatMap(this::method);
        Optional<QuorumRule> quorum = reader.object("quorum").flatMap(QuorumRule::read);
        Optional<ApprovalRule> approval =
                !system.equals(Optional.of(SystemName.BASIC)) && !reader.has("approval")
                        ? Optional.empty()
                        : reader.object("approval").flatMap(ApprovalRule::read);
        Optional<MinimumApproval> minimum =
                reader.has("minimumApproval")
                        ? reader.object("minimumApproval").flatMap(MinimumApproval::read)
                        : Optional.empty();
        Optional<ChangeOfVote> changeOfVote = reader.coded("changeOfVote", ChangeOfVote.class);
        Optional<Visibility> visibility = reader.coded("visibility", Visibility.class);
        Optional<TieRule> ties = reader.coded("ties", TieRule.class);
        Provisions provisions = new ProvisionsReader(reader).read(changeOfVote, ties);
        system.ifPresent(name ->
                new RulesConsistency(reader, name)
                        .check(quorum, approval, changeOfVote, provisions));
        if (!reader.faults().isEmpty()) {
            return new Parsed.Refused<>(reader.faults());
        }
        return new Parsed.Accepted<>(
                new Rules(
                        system.orElseThrow(),
                        method.orElse(null),
                        quorum.orElseThrow(),
                        approval.orElse(null),
                        minimum.orElse(null),
                        changeOfVote.orElseThrow(),
                        visibility.orElseThrow(),
                        ties.orElseThrow(),
                        provisions));
    }

    private Optional<Method> method(SystemName system) {
        if (Method.defaultFor(system) == null) {
            if (reader.has("method")) {
                reader.fault("method", "unknown-field", "This system leaves nothing open.");
            }
            return Optional.empty();
        }
        return reader.object("method").flatMap(given -> MethodReader.read(system, given));
    }
}
