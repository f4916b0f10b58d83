package com.rechain.dao.user.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.rechain.dao.user.membership.Role;
import com.rechain.dao.user.weight.Weight;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a space asks of its proposals. A proposal keeps those that held when it was published.
 *
 * @param defaultRules what of a vote's rules is not the system's default; they fit at least the
 *     basic system, and proposal-service checks them again where they are used
 * @param onlyByProposal whether these settings change by proposals alone
 */
@Schema(name = "SpaceSettings")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Settings(
        @NotNull @Valid Proposing proposing,
        @NotNull @Valid SignOffs signOffs,
        @NotNull @Valid Timelock timelock,
        @Schema(nullable = true, description = "What of a vote's rules differs from the system's.")
                @PlainJson
                @Nullable Map<String, Object> defaultRules,
        @Schema(description = "Whether nothing but a proposal changes these settings.")
                boolean onlyByProposal) {
    private static final long TWO_WEEKS = 14L * 24 * 60 * 60;

    /** Where nothing was ever set: every member proposes, owners alone actions; nothing waits. */
    public static final Settings DEFAULT =
            new Settings(
                    new Proposing(Role.MEMBER, Role.OWNER, "0", null, null),
                    new SignOffs(0, Role.MEMBER),
                    new Timelock(0, 0, TWO_WEEKS, Set.of(Role.GUARDIAN)),
                    null,
                    false);

    /** Who may propose how much. */
    @Schema(name = "ProposingSettings")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Proposing(
            @Schema(description = "The least role that proposes.") @NotNull Role role,
            @Schema(
                            nullable = true,
                            description =
                                    "The least role that proposes anything with actions; OWNER where it is missing.")
                    @Nullable Role actionsRole,
            @Schema(
                            examples = "100",
                            description = "The least own weight, immediately before publishing.")
                    @NotNull
                    @Pattern(
                            regexp = Weight.FORM,
                            message = "must be a whole number of up to 38 digits")
                    String threshold,
            @Schema(
                            nullable = true,
                            description = "How many undecided proposals an author may have.")
                    @Min(1)
                    @Max(10_000)
                    @Nullable Integer openPerAuthor,
            @Schema(nullable = true, description = "How many an author may publish in 24 hours.")
                    @Min(1)
                    @Max(10_000)
                    @Nullable Integer perAuthorPerDay) {
        /** Whether holders of {@code other} may publish, with actions where these are meant. */
        boolean admits(Role other, boolean withActions) {
            Role acting = actionsRole == null ? Role.OWNER : actionsRole;
            return other.isAtLeast(role) && (!withActions || other.isAtLeast(acting));
        }
    }

    /** How many others must sign a proposal before it is put to the vote. */
    @Schema(name = "SignOffSettings")
    public record SignOffs(
            @Min(0) @Max(100) int count,
            @Schema(description = "The least role that signs.") @NotNull Role role) {}

    /** How long the actions of a proposal wait after its success, and who may stop them. */
    @Schema(name = "TimelockSettings")
    public record Timelock(
            @Min(0) @Max(31_536_000) long challengeSeconds,
            @Min(0) @Max(31_536_000) long minDelaySeconds,
            @Min(1) @Max(31_536_000) long graceSeconds,
            @NotNull Set<@NotNull Role> vetoRoles) {}
}
