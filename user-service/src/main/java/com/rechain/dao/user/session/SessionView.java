package com.rechain.dao.user.session;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session as its holder sees it. */
@Schema(name = "Session")
public record SessionView(
        @Schema(required = true) UUID id,
        @Schema(required = true, description = "Whether this request belongs to it")
                boolean current,
        @Schema(required = true, examples = "Mozilla/5.0 (X11; Linux x86_64)") String userAgent,
        @Schema(required = true, examples = "203.0.113.7") String address,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant lastUsedAt,
        @Schema(required = true, description = "Unless it is used before") Instant expiresAt) {}
