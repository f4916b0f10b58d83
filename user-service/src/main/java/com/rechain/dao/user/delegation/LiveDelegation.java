package com.rechain.dao.user.delegation;

import com.rechain.dao.tally.power.Delegation;
import com.rechain.dao.user.weight.Weight;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delegation that is neither expired nor ended by somebody's leaving; a narrower one of the same
 * delegator may still win over it.
 *
 * @param weight the delegator's own at that instant
 */
public record LiveDelegation(
        Delegation delegation, Weight weight, Instant since, @Nullable Instant expiresAt) {}
