package com.rechain.dao.proposal.proposal.lifecycle;

import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.proposal.ProposalConfig;
import com.rechain.dao.proposal.ProposalProblem;
import com.rechain.dao.proposal.proposal.ProposalRow;
import com.rechain.dao.proposal.proposal.ProposalState;
import com.rechain.dao.proposal.proposal.Sight;
import com.rechain.dao.proposal.proposal.action.Action;
import com.rechain.dao.proposal.space.Admission;
import com.rechain.dao.proposal.space.ExecutionClient;
import com.rechain.dao.proposal.space.ExecutionReply;
import com.rechain.dao.proposal.space.Membership;
import com.rechain.dao.proposal.space.MembershipClient;
import com.rechain.dao.proposal.space.SettingsClient;
import com.rechain.dao.proposal.space.SettingsLookup;
import com.rechain.dao.proposal.space.SpaceGate;
import com.rechain.dao.proposal.space.SpaceRole;
import com.rechain.dao.proposal.space.SpaceSettings;
import com.rechain.dao.proposal.space.WeightClient;
import com.rechain.dao.proposal.space.WeightLookup;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks, before a move and outside its transaction, what the caller may do in the proposal's space.
 */
@ApplicationScoped
public class Gatekeepers {
    private final SpaceGate gate;
    private final MembershipClient memberships;
    private final SettingsClient settings;
    private final WeightClient weights;
    private final ExecutionClient executions;
    private final ProposalConfig config;
    private final Clock clock;

    Gatekeepers(
            SpaceGate gate,
            MembershipClient memberships,
            SettingsClient settings,
            WeightClient weights,
            ExecutionClient executions,
            ProposalConfig config,
            Clock clock) {
        this.gate = gate;
        this.memberships = memberships;
        this.settings = settings;
        this.weights = weights;
        this.executions = executions;
        this.config = config;
        this.clock = clock;
    }

    /** Whether somebody may publish. */
    sealed interface PublishGate {
        /** They may, in this role and under these settings. */
        record Open(SpaceRole role, SpaceSettings settings) implements PublishGate {}

        /** They may not, or it cannot be found out. */
        record Closed(Problem problem) implements PublishGate {}
    }

    /** The role in which somebody acts. */
    public sealed interface Standing {
        /** In this role; null for none, or where it was not asked for. */
        record As(@Nullable SpaceRole role) implements Standing {}

        /** It cannot be found out now. */
        record Undecided() implements Standing {}
    }

    /** Whether {@code userId} may publish the proposal, and under which settings. */
    PublishGate publishing(ProposalRow row, UUID userId) {
        if (!row.isWrittenBy(userId)) {
            return new PublishGate.Closed(
                    PlatformProblem.FORBIDDEN.with("Only its author may publish it."));
        }
        return switch (settings.find(row.spaceId())) {
            case SettingsLookup.Known(SpaceSettings now) -> admit(row, userId, now);
            case SettingsLookup.NoSuchSpace _ -> new PublishGate.Closed(Sight.hidden(row.id()));
            case SettingsLookup.Unknown _ -> new PublishGate.Closed(Sight.undecided());
        };
    }

    private PublishGate admit(ProposalRow row, UUID userId, SpaceSettings now) {
        SpaceRole asked = now.settings().proposing().role();
        SpaceRole least = asked.isAtLeast(config.proposingRole()) ? asked : config.proposingRole();
        return switch (gate.admit(row.spaceId(), userId, least)) {
            case Admission.Admitted(SpaceRole role) -> weigh(row, userId, role, now);
            case Admission.Refused(Problem problem) -> new PublishGate.Closed(problem);
        };
    }

    /** What counts is the weight immediately before: nobody borrows it for the act. */
    private PublishGate weigh(ProposalRow row, UUID userId, SpaceRole role, SpaceSettings now) {
        BigInteger least = now.settings().proposing().leastWeight();
        if (least.signum() == 0) {
            return preview(row, role, now);
        }
        return switch (weights.before(row.spaceId(), userId, clock.instant())) {
            case WeightLookup.Known(BigInteger weight) when weight.compareTo(least) >= 0 ->
                    preview(row, role, now);
            case WeightLookup.Known(BigInteger weight) ->
                    new PublishGate.Closed(
                            ProposalProblem.PROPOSAL_THRESHOLD
                                    .with("It takes " + least + " and you have " + weight + ".")
                                    .and("threshold", least.toString())
                                    .and("weight", weight.toString()));
            case WeightLookup.Unknown _ -> new PublishGate.Closed(Sight.undecided());
        };
    }

    /** Nobody votes on settings that could never be set. */
    private PublishGate preview(ProposalRow row, SpaceRole role, SpaceSettings now) {
        List<Action> actions = row.wording().plan().actions();
        for (int i = 0; i < actions.size(); i++) {
            if (actions.get(i) instanceof Action.Settings(var changes)) {
                switch (executions.preview(row.spaceId(), changes)) {
                    case ExecutionReply.Done _ -> {}
                    case ExecutionReply.Refused(String why) -> {
                        return new PublishGate.Closed(unfit(i, why));
                    }
                    case ExecutionReply.Unknown _ -> {
                        return new PublishGate.Closed(Sight.undecided());
                    }
                }
            }
        }
        return new PublishGate.Open(role, now);
    }

    private static Problem unfit(int index, String why) {
        return ProposalProblem.ACTION_UNFIT
                .with("Edit the action first.")
                .because("actions[" + index + "].changes", "settings", why);
    }

    /**
     * The role of {@code userId} in the proposal's space; not asked where being the author is
     * enough.
     */
    Standing standing(ProposalRow row, UUID userId) {
        if (row.isWrittenBy(userId) && row.stateAt(clock.instant()) == ProposalState.PENDING) {
            return new Standing.As(null);
        }
        return role(row, userId);
    }

    /** The role of {@code userId} in the proposal's space. */
    public Standing role(ProposalRow row, UUID userId) {
        return switch (memberships.find(row.spaceId(), userId)) {
            case Membership.Member(var role) -> new Standing.As(role);
            case Membership.NotMember _ -> new Standing.As(null);
            case Membership.Unknown _ -> new Standing.Undecided();
        };
    }
}
