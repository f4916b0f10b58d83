package com.rechain.dao.proposal.proposal.draft;

import com.rechain.dao.proposal.proposal.action.ActionKind;
import com.rechain.dao.proposal.space.SpaceRole;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an action may contain, for the API's description only; each kind has members of its own. */
@Schema(name = "Action", requiredProperties = "kind")
public record ActionSchema(
        ActionKind kind,
        @Schema(maxLength = 2_000, description = "WEBHOOK: where a signed POST goes, by https.")
                String url,
        @Schema(description = "WEBHOOK: at most 10 headers. Public, like everything here.")
                Map<String, String> headers,
        @Schema(description = "ROLE: who gets it.") UUID userId,
        @Schema(description = "ROLE: what they become.") SpaceRole role,
        @Schema(description = "SETTINGS: a merge patch of the space's settings.")
                Map<String, Object> changes,
        @Schema(
                        maxLength = 5_000,
                        description = "MANUAL: what people do, and an admin then notes as done.")
                String description) {}
