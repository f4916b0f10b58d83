package com.rechain.dao.user.membership;

import com.rechain.dao.user.weight.Weight;
import org.jspecify.annotations.Nullable;

/**
 * What a member's role and weight are to be; null keeps what is there, or takes what members begin
 * with.
 */
public record MemberChange(@Nullable Role role, @Nullable Weight weight) {}
