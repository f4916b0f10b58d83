package com.rechain.dao.proposal.space;

import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.proposal.ProposalProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Decides who may act in a space, by asking user-service at that moment; no answer is a no. */
@ApplicationScoped
public class SpaceGate {
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final MembershipClient memberships;
    private final SpaceDirectory spaces;

    SpaceGate(MembershipClient memberships, SpaceDirectory spaces) {
        this.memberships = memberships;
        this.spaces = spaces;
    }

    /**
     * Admits members whose role is at least {@code least}; the space is known here from then on.
     */
    public Admission admit(UUID spaceId, UUID userId, SpaceRole least) {
        return switch (memberships.find(spaceId, userId)) {
            case Membership.Member(SpaceRole role) when role.isAtLeast(least) ->
                    admitIfKnown(spaceId, role);
            case Membership.Member _ ->
                    refuse(
                            PlatformProblem.FORBIDDEN.with(
                                    "In this space it takes the role " + least + "."));
            case Membership.NotMember _ -> refuseStranger(spaceId);
            case Membership.Unknown _ -> refuse(undecided());
        };
    }

    private Admission admitIfKnown(UUID spaceId, SpaceRole role) {
        return switch (spaces.find(spaceId)) {
            case SpaceLookup.Known _ -> new Admission.Admitted(role);
            case SpaceLookup.NoSuchSpace _ -> refuse(noSuchSpace(spaceId));
            case SpaceLookup.Unknown _ -> refuse(undecided());
        };
    }

    private Admission refuseStranger(UUID spaceId) {
        return switch (spaces.find(spaceId)) {
            case SpaceLookup.Known(SpaceReference space)
                    when space.visibility() != SpaceVisibility.PRIVATE ->
                    refuse(
                            PlatformProblem.FORBIDDEN.with(
                                    "Only members of the space may do this."));
            // Strangers are not told that a private space exists.
            case SpaceLookup.Known _, SpaceLookup.NoSuchSpace _ -> refuse(noSuchSpace(spaceId));
            case SpaceLookup.Unknown _ -> refuse(undecided());
        };
    }

    private static Admission refuse(Problem problem) {
        return new Admission.Refused(problem);
    }

    private static Problem noSuchSpace(UUID spaceId) {
        return PlatformProblem.NOT_FOUND.with(
                "There is no space " + spaceId + " that you may see.");
    }

    private static Problem undecided() {
        return ProposalProblem.MEMBERSHIP_UNKNOWN
                .with("Memberships cannot be looked up now; nothing was done.")
                .retryAfter(COME_BACK);
    }
}
