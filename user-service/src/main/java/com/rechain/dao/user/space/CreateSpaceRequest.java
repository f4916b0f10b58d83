package com.rechain.dao.user.space;

import com.rechain.dao.user.text.PlainText;
import com.rechain.dao.user.text.Slug;
import com.rechain.dao.user.text.SlugForm;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody tells who founds a space. */
public record CreateSpaceRequest(
        @Schema(required = true, examples = "analytical-engines", minLength = 3, maxLength = 48)
                @NotNull
                @SlugForm
                String slug,
        @Schema(
                        required = true,
                        examples = "Friends of Analytical Engines",
                        minLength = 1,
                        maxLength = 100)
                @NotNull
                @PlainText(min = 1, max = 100)
                String name,
        @Schema(examples = "We decide what to weave next.", maxLength = 2000)
                @PlainText(max = 2000, lines = true)
                @Nullable String about,
        @Schema(examples = "PUBLIC", defaultValue = "PUBLIC") @Nullable Visibility visibility) {
    NewSpace wanted() {
        return new NewSpace(
                Slug.parse(slug).orElseThrow(),
                name,
                about == null ? "" : about,
                visibility == null ? Visibility.PUBLIC : visibility);
    }
}
