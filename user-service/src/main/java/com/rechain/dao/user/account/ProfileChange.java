package com.rechain.dao.user.account;

import com.rechain.dao.user.text.LanguageTag;
import com.rechain.dao.user.text.PlainText;
import com.rechain.dao.user.text.TimeZoneName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What {@code PATCH /users/me} changes; what is left out stays as it is. */
@Schema(description = "What is left out or null stays as it is.")
public record ProfileChange(
        @Schema(examples = "Ada Lovelace", minLength = 1, maxLength = 100)
                @PlainText(min = 1, max = 100)
                @Nullable String displayName,
        @Schema(examples = "en-GB", description = "BCP 47 language tag") @LanguageTag
                @Nullable String locale,
        @Schema(examples = "Europe/London", description = "IANA time zone") @TimeZoneName
                @Nullable String timeZone) {}
