package com.rechain.dao.user.token;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What rotation has to do at an instant: a pure function of the keys there are.
 *
 * @param nextActivatesAt when a key to be made now begins to sign, or empty when none is due
 * @param retired the keys whose last token has expired, and those revoked
 */
record RotationPlan(Optional<Instant> nextActivatesAt, List<String> retired) {
    // Verifiers allow clocks to differ; a key goes only when no token of it can still be accepted
    // anywhere.
    private static final Duration MARGIN = Duration.ofMinutes(2);

    /** The plan for {@code keys} at {@code now}. */
    static RotationPlan at(Instant now, List<KeyTimes> keys, TokenConfig config) {
        List<KeyTimes> trusted = trusted(keys);
        return new RotationPlan(
                nextActivation(now, trusted, config), retired(now, keys, trusted, config));
    }

    /** The key that signs at {@code now}: of those that may, the one that began last. */
    static Optional<KeyTimes> signer(Instant now, List<KeyTimes> keys) {
        return trusted(keys).stream()
                .filter(key -> key.isActiveAt(now))
                .reduce((_, later) -> later);
    }

    private static List<KeyTimes> trusted(List<KeyTimes> keys) {
        return keys.stream()
                .filter(KeyTimes::isTrusted)
                .sorted(Comparator.comparing(KeyTimes::activatesAt).thenComparing(KeyTimes::kid))
                .toList();
    }

    private static Optional<Instant> nextActivation(
            Instant now, List<KeyTimes> trusted, TokenConfig config) {
        if (signer(now, trusted).isEmpty()) {
            return Optional.of(now);
        }
        Instant due = trusted.getLast().activatesAt().plus(config.rotationPeriod());
        Instant soonest = now.plus(config.prepublish());
        return due.isAfter(soonest) ? Optional.empty() : Optional.of(soonest);
    }

    private static List<String> retired(
            Instant now, List<KeyTimes> keys, List<KeyTimes> trusted, TokenConfig config) {
        List<String> retired = new ArrayList<>();
        keys.stream().filter(key -> !key.isTrusted()).map(KeyTimes::kid).forEach(retired::add);
        for (int i = 0; i + 1 < trusted.size(); i++) {
            Instant lastSigned = trusted.get(i + 1).activatesAt();
            if (lastSigned.plus(config.lifetime()).plus(MARGIN).isBefore(now)) {
                retired.add(trusted.get(i).kid());
            }
        }
        return List.copyOf(retired);
    }
}
