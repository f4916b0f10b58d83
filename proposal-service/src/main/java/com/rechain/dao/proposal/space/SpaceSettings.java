package com.rechain.dao.proposal.space;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a space asks of its proposals, as user-service keeps it: one immutable version.
 *
 * @param version counts from 0, which means that nothing was ever set
 * @param sha256 the hash over the canonical JSON of the settings
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SpaceSettings(long version, String sha256, Content settings) {
    /** The settings themselves; user-service may know more of them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Content(
            Proposing proposing,
            SignOffs signOffs,
            Timelock timelock,
            @Nullable JsonNode defaultRules) {}

    /**
     * Who may propose how much.
     *
     * @param actionsRole the least role that proposes anything with actions; null: owners
     * @param threshold the least own weight, immediately before publishing, in decimal digits
     * @param openPerAuthor how many undecided proposals an author may have; null: any number
     * @param perAuthorPerDay how many an author may publish in 24 hours; null: any number
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Proposing(
            SpaceRole role,
            @Nullable SpaceRole actionsRole,
            String threshold,
            @Nullable Integer openPerAuthor,
            @Nullable Integer perAuthorPerDay) {
        /** The least role that proposes anything with actions. */
        public SpaceRole actingRole() {
            return actionsRole == null ? SpaceRole.OWNER : actionsRole;
        }

        /** The threshold as a number. */
        public BigInteger leastWeight() {
            return new BigInteger(threshold);
        }
    }

    /** How many others, of which least role, must sign a proposal before it is put to the vote. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record SignOffs(int count, SpaceRole role) {}

    /** How long actions wait, and who may stop them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Timelock(
            long challengeSeconds,
            long minDelaySeconds,
            long graceSeconds,
            Set<SpaceRole> vetoRoles) {}
}
