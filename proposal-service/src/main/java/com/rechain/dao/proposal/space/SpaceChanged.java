package com.rechain.dao.proposal.space;

import java.util.UUID;

/** Told inside this process when a space reference changed, in the changing transaction. */
public record SpaceChanged(UUID spaceId) {}
