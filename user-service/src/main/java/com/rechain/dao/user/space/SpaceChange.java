package com.rechain.dao.user.space;

import com.rechain.dao.user.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What {@code PATCH /spaces/{idOrSlug}} changes; what is left out stays as it is. */
@Schema(description = "What is left out or null stays as it is.")
public record SpaceChange(
        @Schema(examples = "Friends of Analytical Engines", minLength = 1, maxLength = 100)
                @PlainText(min = 1, max = 100)
                @Nullable String name,
        @Schema(examples = "We decide what to weave next.", maxLength = 2000)
                @PlainText(max = 2000, lines = true)
                @Nullable String about,
        @Schema(examples = "UNLISTED") @Nullable Visibility visibility) {}
