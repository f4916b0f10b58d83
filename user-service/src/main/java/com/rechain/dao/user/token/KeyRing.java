package com.rechain.dao.user.token;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The trusted keys as one instance knows them at one time. Immutable. */
record KeyRing(List<Entry> entries) {
    static final KeyRing EMPTY = new KeyRing(List.of());

    KeyRing {
        entries = List.copyOf(entries);
    }

    /** A key pair, ready for use. */
    record Entry(KeyTimes times, PublicKey publicKey, PrivateKey privateKey) {}

    /** The key pair that signs at {@code now}. */
    Optional<Entry> signer(Instant now) {
        return RotationPlan.signer(now, entries.stream().map(Entry::times).toList())
                .flatMap(
                        times -> entries.stream().filter(e -> e.times().equals(times)).findFirst());
    }

    @Nullable PublicKey publicKey(String kid) {
        return entries.stream()
                .filter(entry -> entry.times().kid().equals(kid))
                .map(Entry::publicKey)
                .findFirst()
                .orElse(null);
    }
}
