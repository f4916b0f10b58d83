package com.rechain.dao.tally.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.json.ObjectReader;
import com.rechain.dao.tally.json.Parsed;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads {@link Rules} and holds them to what their voting system can mean. */
final class RulesReader {

    /** Whose scores are weight, so that a share of the weight cast means something. */
    private static final Set<SystemName> SCORED_BY_WEIGHT =
            EnumSet.of(
                    SystemName.SINGLE_CHOICE,
                    SystemName.APPROVAL,
                    SystemName.WEIGHTED,
                    SystemName.RANKED_CHOICE);

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
        if (system.isPresent()) {
            checkBases(system.get(), quorum, approval);
            checkMinimum(system.get());
        }
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
        return reader.object("method").flatMap(given -> Method.read(system, given));
    }

    private void checkBases(
            SystemName system, Optional<QuorumRule> quorum, Optional<ApprovalRule> approval) {
        if (system == SystemName.BASIC) {
            return;
        }
        if (approval.isPresent() && !SCORED_BY_WEIGHT.contains(system)) {
            refuseApproval("approval", system);
        }
        if (system == SystemName.OPTIMISTIC) {
            quorum.map(QuorumRule::base)
                    .filter(base -> base != QuorumBase.AGAINST)
                    .ifPresent(_ ->
                            reader.fault(
                                    "quorum.base",
                                    "base-of-system",
                                    "An optimistic vote asks for nothing but how many are AGAINST."));
            return;
        }
        quorum.map(QuorumRule::base)
                .filter(base -> base != QuorumBase.CAST && base != QuorumBase.TURNOUT)
                .ifPresent(base -> refuseBase("quorum.base", base));
        approval.map(ApprovalRule::base)
                .filter(base -> base == ApprovalBase.FOR_AGAINST)
                .ifPresent(base -> refuseBase("approval.base", base));
    }

    private void checkMinimum(SystemName system) {
        if (reader.has("minimumApproval")
                && system != SystemName.BASIC
                && !SCORED_BY_WEIGHT.contains(system)) {
            refuseApproval("minimumApproval", system);
        }
    }

    private void refuseApproval(String field, SystemName system) {
        reader.fault(
                field,
                "approval-of-system",
                "The scores of %s are not weight, so they have no share of it."
                        .formatted(system.code()));
    }

    private void refuseBase(String place, Enum<?> base) {
        reader.fault(
                place,
                "base-of-system",
                "%s means nothing where no option is for or against.".formatted(base.name()));
    }
}
