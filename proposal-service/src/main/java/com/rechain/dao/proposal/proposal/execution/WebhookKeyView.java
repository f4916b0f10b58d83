package com.rechain.dao.proposal.proposal.execution;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the webhooks of a space are signed with. */
@Schema(name = "WebhookKey")
public record WebhookKeyView(
        UUID spaceId,
        @Schema(description = "The bytes of this text are the key of HMAC-SHA256.") String key) {}
