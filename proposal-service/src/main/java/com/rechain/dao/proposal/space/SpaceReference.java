package com.rechain.dao.proposal.space;

import java.util.UUID;

/**
 * What is known here of one of user-service's spaces.
 *
 * @param version the version of its settings; 0 as long as no change of them has been heard of
 */
public record SpaceReference(
        UUID id, String slug, String name, SpaceVisibility visibility, long version) {}
