package com.rechain.dao.user.membership;

import com.rechain.dao.user.weight.Weight;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What {@code PUT /spaces/{id}/members/{userId}} gives. */
@Schema(
        description =
                "What is left out stays as it is; a new member begins as MEMBER with weight 1.")
public record PutMemberRequest(
        @Schema(examples = "MODERATOR") @Nullable Role role,
        @Schema(
                        examples = "250",
                        pattern = Weight.FORM,
                        description = "A whole number of up to 38 digits")
                @Pattern(
                        regexp = Weight.FORM,
                        message = "must be a whole number of up to 38 digits")
                @Nullable String weight) {
    MemberChange change() {
        return new MemberChange(role, weight == null ? null : Weight.parse(weight).orElseThrow());
    }
}
