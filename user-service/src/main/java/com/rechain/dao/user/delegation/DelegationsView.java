package com.rechain.dao.user.delegation;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that a member gives to others in a space. */
@Schema(name = "Delegations")
public record DelegationsView(
        @Schema(required = true) UUID spaceId,
        @Schema(required = true) UUID delegatorId,
        @Schema(required = true) List<DelegationSetView> items) {}
