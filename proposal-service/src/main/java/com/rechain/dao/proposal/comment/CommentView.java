package com.rechain.dao.proposal.comment;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A comment as the API shows it. */
@Schema(name = "Comment")
public record CommentView(
        UUID id,
        UUID proposalId,
        UUID authorId,
        @Schema(nullable = true) @Nullable UUID parentId,
        @Schema(nullable = true, description = "Markdown; null once it is taken down.")
                @Nullable String body,
        Instant createdAt,
        @Schema(nullable = true) @Nullable Instant deletedAt) {}
