package com.rechain.dao.proposal.search;

import com.rechain.dao.platform.cache.Tags;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tags of what is cached of proposals, here and at the edge. */
public final class ProposalTags {
    /** The kind of what shows one proposal. */
    public static final String PROPOSAL = "proposal";

    /** The kind of lists: of one space, or over all public ones. */
    static final String LISTS = "proposals";

    /** The kind of what is shown of a space as long as one may look into it. */
    public static final String SPACE = "space";

    private ProposalTags() {}

    public static List<String> ofProposal(UUID id) {
        return List.of(Tags.of(PROPOSAL, id));
    }

    /** The lists of {@code scope}: a space, or {@code null} for all public ones. */
    static String lists(ListKey key) {
        return key.spaceId() == null ? LISTS : Tags.of(LISTS, key.spaceId());
    }

    /** What a list carries to the edge; null stands for all public spaces. */
    static List<String> ofList(@Nullable UUID spaceId) {
        return spaceId == null
                ? List.of(LISTS)
                : List.of(Tags.of(LISTS, spaceId), Tags.of(SPACE, spaceId));
    }

    /** What an answer about the proposal {@code id} carries to the edge. */
    public static List<String> atTheEdge(UUID id, UUID spaceId) {
        return List.of(Tags.of(PROPOSAL, id), Tags.of(SPACE, spaceId));
    }
}
