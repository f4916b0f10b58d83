package com.rechain.dao.proposal.proposal;

import com.rechain.dao.proposal.space.SpaceRole;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far the signing of a proposal has come. */
@Schema(name = "Signing")
public record SigningView(
        @Schema(description = "How many must sign, beside the author.") int required,
        @Schema(description = "The least role that signs.") SpaceRole role,
        @Schema(description = "How many have.") int signed) {

    /** The signing of a proposal, or null where nobody must sign. */
    static @Nullable SigningView of(Enactment enactment) {
        Terms terms = enactment.terms();
        return terms == null || terms.signOffs() == 0
                ? null
                : new SigningView(terms.signOffs(), terms.signRole(), enactment.signatures());
    }
}
