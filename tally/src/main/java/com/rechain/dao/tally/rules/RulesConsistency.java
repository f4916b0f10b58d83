package com.rechain.dao.tally.rules;

import com.rechain.dao.tally.json.ObjectReader;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Holds rules to what their voting system can mean, and their parts to each other. */
final class RulesConsistency {

    /** Whose scores are weight, so that a share of the weight cast means something. */
    private static final Set<SystemName> SCORED_BY_WEIGHT =
            EnumSet.of(
                    SystemName.SINGLE_CHOICE,
                    SystemName.APPROVAL,
                    SystemName.WEIGHTED,
                    SystemName.RANKED_CHOICE,
                    SystemName.BUDGET);

    /** Whose outcome can be told before the end. */
    private static final Set<SystemName> FORESEEABLE =
            EnumSet.of(SystemName.BASIC, SystemName.OPTIMISTIC, SystemName.SINGLE_CHOICE);

    /** In which options do not compete for one place. */
    private static final Set<SystemName> WITHOUT_ONE_WINNER =
            EnumSet.of(SystemName.BASIC, SystemName.OPTIMISTIC, SystemName.STV, SystemName.BUDGET);

    private final ObjectReader reader;
    private final SystemName system;

    RulesConsistency(ObjectReader reader, SystemName system) {
        this.reader = reader;
        this.system = system;
    }

    void check(
            Optional<QuorumRule> quorum,
            Optional<ApprovalRule> approval,
            Optional<ChangeOfVote> change,
            Provisions provisions) {
        if (system != SystemName.BASIC) {
            checkScores(approval);
            quorum.map(QuorumRule::base).ifPresent(this::checkBase);
        }
        checkDefaultOption(provisions);
        checkEnding(quorum, change, provisions);
    }

    private void checkScores(Optional<ApprovalRule> approval) {
        if (approval.isPresent() && !SCORED_BY_WEIGHT.contains(system)) {
            refuseApproval("approval");
        }
        if (reader.has("minimumApproval") && !SCORED_BY_WEIGHT.contains(system)) {
            refuseApproval("minimumApproval");
        }
        if (system != SystemName.OPTIMISTIC) {
            approval.map(ApprovalRule::base)
                    .filter(base -> base == ApprovalBase.FOR_AGAINST)
                    .ifPresent(base -> refuseBase("approval.base", base));
        }
        if (reader.has("veto")) {
            reader.fault("veto", "veto-of-system", "Only a basic vote has a veto.");
        }
    }

    private void checkBase(QuorumBase base) {
        if (system == SystemName.OPTIMISTIC) {
            if (base != QuorumBase.AGAINST) {
                reader.fault(
                        "quorum.base",
                        "base-of-system",
                        "An optimistic vote asks for nothing but how many are AGAINST.");
            }
        } else if (base != QuorumBase.CAST && base != QuorumBase.TURNOUT) {
            refuseBase("quorum.base", base);
        }
    }

    private void checkDefaultOption(Provisions provisions) {
        DefaultOption option = provisions.defaultOption();
        if (option != null && WITHOUT_ONE_WINNER.contains(system)) {
            reader.fault(
                    "defaultOption", "default-of-system", "It takes options of which one wins.");
        } else if (option != null && option.isHurdle() && system != SystemName.SCHULZE) {
            reader.fault(
                    "defaultOption",
                    "hurdle-of-system",
                    "Only schulze holds the options against it one by one.");
        }
    }

    private void checkEnding(
            Optional<QuorumRule> quorum, Optional<ChangeOfVote> change, Provisions provisions) {
        EndingRule ending = provisions.ending();
        if (ending.extensionSeconds() > 0
                && quorum.filter(rule -> rule.base() == QuorumBase.AGAINST).isPresent()) {
            reader.fault(
                    "ending.extensionSeconds",
                    "extension-of-objection",
                    "A quorum AGAINST is an objection, not one that a vote needs.");
        }
        if (ending.superQuorum() != null && system != SystemName.BASIC) {
            reader.fault(
                    "ending.superQuorum",
                    "super-quorum-of-system",
                    "Only a basic vote has weight in favour.");
        }
        if (ending.early() && !FORESEEABLE.contains(system)) {
            reader.fault(
                    "ending.early",
                    "early-end-of-system",
                    "The outcome of this system is known at the end only.");
        }
        if (ending.mayEndEarly() && provisions.survey()) {
            reader.fault("ending", "early-end-of-survey", "A survey has no outcome to be sure of.");
        }
        if (ending.mayEndEarly() && !change.equals(Optional.of(ChangeOfVote.NONE))) {
            reader.fault(
                    "ending",
                    "early-end-needs-final-votes",
                    "While votes may change, nothing is decided before the end: it takes changeOfVote NONE.");
        }
        if (ending.early() && provisions.delegation().depth() > 0) {
            reader.fault(
                    "ending.early",
                    "early-end-needs-own-votes",
                    "While delegated weight may be taken back, nothing is decided before the end: it takes delegation.depth \"0\".");
        }
    }

    private void refuseApproval(String field) {
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
