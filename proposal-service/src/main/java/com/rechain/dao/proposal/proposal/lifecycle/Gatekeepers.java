package com.rechain.dao.proposal.proposal.lifecycle;

import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.proposal.ProposalConfig;
import com.rechain.dao.proposal.proposal.ProposalRow;
import com.rechain.dao.proposal.proposal.ProposalState;
import com.rechain.dao.proposal.space.Admission;
import com.rechain.dao.proposal.space.Membership;
import com.rechain.dao.proposal.space.MembershipClient;
import com.rechain.dao.proposal.space.SpaceGate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks, before a move and outside its transaction, what the caller may do in the proposal's space.
 */
@ApplicationScoped
public class Gatekeepers {
    private final SpaceGate gate;
    private final MembershipClient memberships;
    private final ProposalConfig config;
    private final Clock clock;

    Gatekeepers(SpaceGate gate, MembershipClient memberships, ProposalConfig config, Clock clock) {
        this.gate = gate;
        this.memberships = memberships;
        this.config = config;
        this.clock = clock;
    }

    /** Whether somebody acts as a moderator. */
    public enum Moderation {
        YES,
        NO,
        UNKNOWN
    }

    /** Why {@code userId} may not publish the proposal, if so. */
    Optional<Response> refusePublishing(ProposalRow row, UUID userId) {
        if (!row.isWrittenBy(userId)) {
            return Optional.of(
                    ProblemResponses.of(
                            PlatformProblem.FORBIDDEN.with("Only its author may publish it.")));
        }
        return switch (gate.admit(row.spaceId(), userId, config.proposingRole())) {
            case Admission.Admitted _ -> Optional.empty();
            case Admission.Refused(Problem problem) -> Optional.of(ProblemResponses.of(problem));
        };
    }

    /**
     * Whether {@code userId} moderates the proposal's space; not asked where being the author is
     * enough.
     */
    Moderation moderation(ProposalRow row, UUID userId) {
        if (row.isWrittenBy(userId) && row.stateAt(clock.instant()) == ProposalState.PENDING) {
            return Moderation.NO;
        }
        return switch (memberships.find(row.spaceId(), userId)) {
            case Membership.Member(var role) -> role.moderates() ? Moderation.YES : Moderation.NO;
            case Membership.NotMember _ -> Moderation.NO;
            case Membership.Unknown _ -> Moderation.UNKNOWN;
        };
    }
}
