package com.rechain.dao.proposal.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * The half-open times that follow a success with actions: {@code [.., challengeEndsAt)} for
 * challenges, {@code [challengeEndsAt, eta)} of waiting, {@code [eta, expiresAt)} for carrying out.
 */
@Embeddable
public record Timelock(
        @Column(name = "challenge_ends_at") Instant challengeEndsAt,
        @Column(name = "eta") Instant eta,
        @Column(name = "expires_at") Instant expiresAt) {

    /** Whether actions may be carried out at {@code now}. */
    public boolean isOpenAt(Instant now) {
        return !now.isBefore(eta) && now.isBefore(expiresAt);
    }
}
