package com.rechain.dao.proposal.proposal;

import com.rechain.dao.proposal.space.Membership;
import com.rechain.dao.proposal.space.MembershipClient;
import com.rechain.dao.proposal.space.SpaceDirectory;
import com.rechain.dao.proposal.space.SpaceLookup;
import com.rechain.dao.proposal.space.SpaceVisibility;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may see a proposal: a draft its author alone, one of a private space the members
 * alone. Whether somebody is a member is asked live; an unknown answer is never taken for a yes.
 */
@ApplicationScoped
public class ProposalAccess {
    private final SpaceDirectory spaces;
    private final MembershipClient memberships;
    private final AgroalDataSource primary;

    ProposalAccess(SpaceDirectory spaces, MembershipClient memberships, AgroalDataSource primary) {
        this.spaces = spaces;
        this.memberships = memberships;
        this.primary = primary;
    }

    /**
     * What the user {@code viewer} (null: anonymous) may see of the proposal {@code id} as the
     * primary has it.
     */
    public Sight onPrimary(UUID id, @Nullable UUID viewer) {
        return of(fromPrimary(id), viewer);
    }

    /** What {@code viewer} may see of {@code row}; a missing row looks like a hidden one. */
    public Sight of(Optional<ProposalRow> row, @Nullable UUID viewer) {
        return row.map(found -> of(found, viewer)).orElseGet(Sight.Hidden::new);
    }

    /** Whether {@code viewer} may see what is published in the space. */
    public SpaceSight ofSpace(UUID spaceId, @Nullable UUID viewer) {
        return switch (spaces.find(spaceId)) {
            case SpaceLookup.Known(var space) when space.visibility() != SpaceVisibility.PRIVATE ->
                    SpaceSight.OPEN;
            case SpaceLookup.Known _ ->
                    viewer == null ? SpaceSight.HIDDEN : ofMember(spaceId, viewer);
            case SpaceLookup.NoSuchSpace _ -> SpaceSight.HIDDEN;
            case SpaceLookup.Unknown _ -> SpaceSight.UNDECIDED;
        };
    }

    private Sight of(ProposalRow row, @Nullable UUID viewer) {
        if (row.isDraft()) {
            return row.isWrittenBy(viewer) ? new Sight.Visible(row) : new Sight.Hidden();
        }
        return switch (ofSpace(row.spaceId(), viewer)) {
            case OPEN, MEMBERS -> new Sight.Visible(row);
            case HIDDEN -> new Sight.Hidden();
            case UNDECIDED -> new Sight.Undecided();
        };
    }

    private SpaceSight ofMember(UUID spaceId, UUID viewer) {
        return switch (memberships.find(spaceId, viewer)) {
            case Membership.Member _ -> SpaceSight.MEMBERS;
            case Membership.NotMember _ -> SpaceSight.HIDDEN;
            case Membership.Unknown _ -> SpaceSight.UNDECIDED;
        };
    }

    private Optional<ProposalRow> fromPrimary(UUID id) {
        try (Connection connection = primary.getConnection()) {
            return ProposalRows.find(connection, id);
        } catch (SQLException e) {
            throw new IllegalStateException("the primary did not answer", e);
        }
    }
}
