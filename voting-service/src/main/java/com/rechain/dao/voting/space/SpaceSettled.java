package com.rechain.dao.voting.space;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What space.created.v1 and space.settings-changed.v1 say of visibility.
 *
 * @param version of the settings; a space is created without one
 */
record SpaceSettled(UUID spaceId, String visibility, @Nullable Long version) {}
