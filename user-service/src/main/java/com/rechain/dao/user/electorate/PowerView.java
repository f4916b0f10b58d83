package com.rechain.dao.user.electorate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.rechain.dao.user.weight.Weight;
import com.rechain.dao.user.weight.WeightSource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How much somebody weighs at an instant and, when asked, why.
 *
 * @param weight of one's own, which every ballot carries
 */
@Schema(name = "Power")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PowerView(
        @Schema(required = true) UUID spaceId,
        @Schema(required = true) UUID userId,
        @Schema(required = true) Instant at,
        @Schema(
                        required = true,
                        implementation = String.class,
                        examples = "250",
                        pattern = Weight.FORM)
                Weight weight,
        @Schema(description = "What the weight is made of; with explain=true")
                @Nullable List<Source> sources,
        @Schema(description = "Why the weight of one's own is 0; with explain=true")
                @Nullable ZeroReason zeroBecause,
        @Schema(description = "What goes to and comes from others; with explain=true")
                @Nullable DelegatedPower delegated) {
    /** One thing that the weight is made of. */
    @Schema(name = "PowerSource")
    public record Source(
            @Schema(required = true, examples = "SET") WeightSource source,
            @Schema(
                            required = true,
                            implementation = String.class,
                            examples = "250",
                            pattern = Weight.FORM)
                    Weight weight,
            @Schema(required = true, description = "Since when it has this weight") Instant since,
            @Schema(required = true, description = "Who gave it") UUID setBy) {}

    /** Why somebody weighs nothing. */
    public enum ZeroReason {
        /** Was no member at that time or before. */
        NOT_A_MEMBER,
        /** Had left. */
        LEFT,
        /** Is a member whose weight was set to 0. */
        SET_TO_ZERO
    }
}
