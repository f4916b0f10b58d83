package com.rechain.dao.user.account;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What everybody may know of an account. */
@Schema(name = "PublicAccount")
public record PublicAccountView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "ada") String handle,
        @Schema(required = true, examples = "Ada Lovelace") String displayName,
        @Schema(required = true) AccountStatus status,
        @Schema(required = true) Instant createdAt) {}
