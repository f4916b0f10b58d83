package com.rechain.dao.voting.electorate;

import com.rechain.dao.platform.http.Caching;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.box.Boxes;
import com.rechain.dao.voting.space.Membership;
import com.rechain.dao.voting.space.SpaceMembers;
import com.rechain.dao.voting.space.SpaceVisibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets only those see a private space's boxes who belong to it: its members now and the voters of
 * the box. To others such a box does not exist.
 */
@ApplicationScoped
public class BoxAccess {
    private final Boxes boxes;
    private final SpaceVisibility visibility;
    private final ElectorateReads electorate;
    private final SpaceMembers members;

    BoxAccess(
            Boxes boxes,
            SpaceVisibility visibility,
            ElectorateReads electorate,
            SpaceMembers members) {
        this.boxes = boxes;
        this.visibility = visibility;
        this.electorate = electorate;
        this.members = members;
    }

    /** The box of a proposal, if this user (or nobody in particular) may know of it. */
    public Optional<Box> find(UUID proposalId, Optional<UUID> userId) {
        return boxes.find(proposalId).filter(box -> maySee(box, userId));
    }

    /**
     * The box of a proposal, if memory alone tells that anybody may know of it: then nobody has to
     * wait for {@link #find}. Never blocks.
     */
    public Optional<Box> known(UUID proposalId) {
        return boxes.known(proposalId).filter(box -> visibility.isKnownPublic(box.spaceId()));
    }

    /** How answers about a box may be cached on their way: nothing private is ever kept. */
    public String cacheControl(Box box) {
        return visibility.isPrivate(box.spaceId()) ? Caching.FOR_NOBODY : Caching.FOR_EVERYONE;
    }

    private boolean maySee(Box box, Optional<UUID> userId) {
        return !visibility.isPrivate(box.spaceId())
                || userId.filter(user -> belongs(box, user)).isPresent();
    }

    private boolean belongs(Box box, UUID user) {
        return electorate.isVoter(box.proposalId(), user)
                || members.find(box.spaceId(), user) instanceof Membership.Member;
    }
}
