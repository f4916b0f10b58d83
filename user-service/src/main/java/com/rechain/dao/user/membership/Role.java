package com.rechain.dao.user.membership;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody may do in a space. */
public enum Role {
    /** Everything, owning included. */
    OWNER,
    /** Runs the space day by day: everything about whoever is neither owner, admin nor guardian. */
    ADMIN,
    MODERATOR,
    AUTHOR,
    MEMBER,
    /** May stop what the others decided; named by owners only. */
    GUARDIAN;

    private static final Set<Role> GIVEN_BY_ADMINS = EnumSet.of(MODERATOR, AUTHOR, MEMBER);

    /**
     * Whether holders may do what {@code least} may; guardians stand as authors do. This is the
     * order proposal-service asks in.
     */
    public boolean isAtLeast(Role least) {
        return rank() >= least.rank();
    }

    private int rank() {
        return switch (this) {
            case MEMBER -> 0;
            case AUTHOR, GUARDIAN -> 1;
            case MODERATOR -> 2;
            case ADMIN -> 3;
            case OWNER -> 4;
        };
    }

    /** Whether holders change roles and weights of others at all. */
    public boolean isSteward() {
        return this == OWNER || this == ADMIN;
    }

    /**
     * Whether a holder may set role and weight of somebody, {@code present} (null for no member
     * yet), to {@code next}.
     */
    public boolean mayTurn(@Nullable Role present, Role next) {
        return switch (this) {
            case OWNER -> true;
            case ADMIN ->
                    GIVEN_BY_ADMINS.contains(next)
                            && (present == null || GIVEN_BY_ADMINS.contains(present));
            case MODERATOR, AUTHOR, MEMBER, GUARDIAN -> false;
        };
    }
}
