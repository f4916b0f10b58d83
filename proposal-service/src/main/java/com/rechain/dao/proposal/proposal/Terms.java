package com.rechain.dao.proposal.proposal;

import com.rechain.dao.proposal.space.SpaceRole;
import com.rechain.dao.proposal.space.SpaceSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the space's settings said of a proposal's signing and execution when it was published; later
 * settings change nothing of it.
 *
 * @param settingsVersion which settings these were
 * @param settingsHash SHA-256 over their canonical JSON
 * @param delaySeconds how long after the challenge the actions wait: the author's wish, but no less
 *     than the space's
 * @param vetoRoles who may stop the execution
 * @param signOffs how many others must sign before the vote
 * @param signRole the least role that signs
 */
public record Terms(
        long settingsVersion,
        String settingsHash,
        long challengeSeconds,
        long delaySeconds,
        long graceSeconds,
        Set<SpaceRole> vetoRoles,
        int signOffs,
        SpaceRole signRole) {
    public Terms {
        vetoRoles = Set.copyOf(vetoRoles);
    }

    /** What {@code settings} say. */
    public static Terms of(SpaceSettings settings) {
        SpaceSettings.Timelock timelock = settings.settings().timelock();
        return new Terms(
                settings.version(),
                settings.sha256(),
                timelock.challengeSeconds(),
                timelock.minDelaySeconds(),
                timelock.graceSeconds(),
                timelock.vetoRoles(),
                settings.settings().signOffs().count(),
                settings.settings().signOffs().role());
    }

    /** The same with the wait that the author asked for, if that is longer. */
    public Terms withDelay(@Nullable Long wanted) {
        return new Terms(
                settingsVersion,
                settingsHash,
                challengeSeconds,
                wanted == null ? delaySeconds : Math.max(delaySeconds, wanted),
                graceSeconds,
                vetoRoles,
                signOffs,
                signRole);
    }

    /** The timelock of a vote that was decided at {@code decidedAt}. */
    public Timelock lockedAt(Instant decidedAt) {
        Instant challengeEndsAt = decidedAt.plus(Duration.ofSeconds(challengeSeconds));
        Instant eta = challengeEndsAt.plus(Duration.ofSeconds(delaySeconds));
        return new Timelock(challengeEndsAt, eta, eta.plus(Duration.ofSeconds(graceSeconds)));
    }
}
