package com.rechain.dao.user.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account as its holder sees it. */
@Schema(name = "Account")
public record AccountView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "ada") String handle,
        @Schema(required = true, examples = "Ada Lovelace") String displayName,
        @Schema(required = true, examples = "ada@example.org") String email,
        @Nullable Instant emailVerifiedAt,
        @Schema(examples = "en-GB") @Nullable String locale,
        @Schema(examples = "Europe/London") @Nullable String timeZone,
        @Schema(required = true) AccountStatus status,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt,
        @JsonIgnore long version) {}
