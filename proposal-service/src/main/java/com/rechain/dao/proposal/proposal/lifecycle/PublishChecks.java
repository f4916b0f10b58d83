package com.rechain.dao.proposal.proposal.lifecycle;

import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.proposal.ProposalProblem;
import com.rechain.dao.proposal.proposal.Proposal;
import com.rechain.dao.proposal.proposal.ProposalRepository;
import com.rechain.dao.proposal.proposal.ProposalStatus;
import com.rechain.dao.proposal.space.SpaceRole;
import com.rechain.dao.proposal.space.SpaceSettings;
import com.rechain.dao.tally.json.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** What must hold, beside the draft's own form, when a proposal is published. */
@ApplicationScoped
public class PublishChecks {
    private final ProposalRepository proposals;

    PublishChecks(ProposalRepository proposals) {
        this.proposals = proposals;
    }

    /** Why {@code draft}, whose lock the current transaction holds, may not be published, if so. */
    Optional<Problem> refuse(
            Proposal draft, SpaceRole author, SpaceSettings settings, Instant now) {
        return acting(draft, author, settings)
                .or(() -> predecessor(draft))
                .or(() -> caps(draft, settings, now));
    }

    /** Asked of the locked draft: nobody slips an action in after the gate has looked at it. */
    private static Optional<Problem> acting(
            Proposal draft, SpaceRole author, SpaceSettings settings) {
        SpaceRole least = settings.settings().proposing().actingRole();
        return draft.plan().actions().isEmpty() || author.isAtLeast(least)
                ? Optional.empty()
                : Optional.of(
                        PlatformProblem.FORBIDDEN.with(
                                "A proposal with actions takes the role "
                                        + least
                                        + " in this space (proposing.actionsRole)."));
    }

    /** Counted under a lock, so that two at a time cannot get past a cap together. */
    private Optional<Problem> caps(Proposal draft, SpaceSettings settings, Instant now) {
        SpaceSettings.Proposing asked = settings.settings().proposing();
        if (asked.openPerAuthor() == null && asked.perAuthorPerDay() == null) {
            return Optional.empty();
        }
        UUID spaceId = draft.spaceId();
        UUID author = draft.authorId();
        proposals.lockAuthor(spaceId, author);
        return cap(
                        "openPerAuthor",
                        asked.openPerAuthor(),
                        () -> proposals.countUndecided(spaceId, author))
                .or(() ->
                        cap(
                                "perAuthorPerDay",
                                asked.perAuthorPerDay(),
                                () ->
                                        proposals.countPublishedSince(
                                                spaceId, author, now.minus(Duration.ofDays(1)))));
    }

    private static Optional<Problem> cap(String name, @Nullable Integer most, IntSupplier count) {
        return most == null || count.getAsInt() < most
                ? Optional.empty()
                : Optional.of(
                        ProposalProblem.TOO_MANY_PROPOSALS
                                .with("The space allows " + most + " (" + name + ").")
                                .and("cap", name)
                                .and("most", most));
    }

    /** The space's default rules and the author's do not fit together. */
    static Problem unfitRules(List<Fault> faults) {
        return ProposalProblem.DEFAULT_RULES_UNFIT
                .with("Choose every rule of the proposal yourself, or another system.")
                .because(
                        faults.stream()
                                .map(fault ->
                                        new FieldError(
                                                fault.place().isEmpty()
                                                        ? "rules"
                                                        : "rules." + fault.place(),
                                                fault.rule(),
                                                fault.message()))
                                .toList());
    }

    /** The space's default rules ask for a runoff that the proposal's rules cannot have. */
    static Problem unfitRunoff() {
        return ProposalProblem.DEFAULT_RULES_UNFIT
                .with("Choose what a tie leads to in the proposal itself.")
                .because("rules.ties", "runoff", "These rules cannot hold among fewer options.");
    }

    /** Since a predecessor is published before its successor, no circle of them can be made. */
    private Optional<Problem> predecessor(Proposal draft) {
        UUID id = draft.plan().predecessorId();
        if (id == null
                || proposals
                        .findByIdOptional(id)
                        .filter(found ->
                                found.spaceId().equals(draft.spaceId())
                                        && found.status() != ProposalStatus.DRAFT)
                        .isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                ProposalProblem.PREDECESSOR_UNKNOWN
                        .with("Name a published proposal of the same space.")
                        .because(
                                "timelock.predecessorId",
                                "published",
                                "There is no such published proposal in the space."));
    }
}
