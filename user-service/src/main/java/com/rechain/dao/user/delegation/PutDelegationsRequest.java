package com.rechain.dao.user.delegation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What {@code PUT /spaces/{id}/delegations} gives: the whole set for one scope. */
@Schema(
        description =
                "Takes the place of all I have given for this scope; no delegates end it. What is not given stays with"
                        + " me, for my own ballot.")
public record PutDelegationsRequest(
        @Schema(required = true) @NotNull @Valid ScopeView scope,
        @Schema(required = true) @NotNull @Size(max = 20) List<@NotNull @Valid Share> delegates,
        @Schema(
                        examples = "2027-01-01T00:00:00Z",
                        description = "Until when; for good when left out")
                @Nullable String expiresAt) {

    /** A delegate and the part of my weight that the delegate may vote with. */
    @Schema(name = "DelegationShare")
    public record Share(
            @Schema(required = true) @NotNull UUID delegateId,
            @Schema(required = true, examples = "5000", description = "Hundredths of a percent")
                    @NotNull
                    @Min(1)
                    @Max(10_000)
                    Integer basisPoints) {}

    /** Whether nobody is named twice. */
    @AssertTrue(message = "must not name a delegate twice")
    @Schema(hidden = true)
    boolean isDistinct() {
        Set<UUID> seen = new HashSet<>();
        return isReadable() && delegates.stream().allMatch(share -> seen.add(share.delegateId()));
    }

    /** Whether no more than the whole is given away. */
    @AssertTrue(message = "must not give more than 10000 basis points together")
    @Schema(hidden = true)
    boolean isAtMostTheWhole() {
        return isReadable() && delegates.stream().mapToLong(Share::basisPoints).sum() <= 10_000;
    }

    private boolean isReadable() {
        return delegates != null
                && delegates.stream()
                        .allMatch(share ->
                                share != null
                                        && share.delegateId() != null
                                        && share.basisPoints() != null);
    }
}
