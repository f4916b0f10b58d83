package com.rechain.dao.user.membership;

import com.rechain.dao.user.weight.Weight;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member of a space, with the weight of now. */
@Schema(name = "Member")
public record MemberView(
        @Schema(required = true) UUID userId,
        @Schema(required = true, examples = "ada") String handle,
        @Schema(required = true, examples = "Ada Lovelace") String displayName,
        @Schema(required = true) Role role,
        @Schema(
                        required = true,
                        implementation = String.class,
                        examples = "250",
                        pattern = Weight.FORM)
                Weight weight,
        @Schema(required = true) Instant joinedAt) {}
