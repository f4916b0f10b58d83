package com.rechain.dao.user.membership;

import static com.rechain.dao.user.membership.Role.ADMIN;
import static com.rechain.dao.user.membership.Role.AUTHOR;
import static com.rechain.dao.user.membership.Role.GUARDIAN;
import static com.rechain.dao.user.membership.Role.MEMBER;
import static com.rechain.dao.user.membership.Role.MODERATOR;
import static com.rechain.dao.user.membership.Role.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {
    private static final Set<Role> SMALL = EnumSet.of(MODERATOR, AUTHOR, MEMBER);

    @ParameterizedTest
    @EnumSource
    void ownersTurnAnybodyIntoAnything(Role present) {
        for (Role next : Role.values()) {
            assertThat(OWNER.mayTurn(present, next)).isTrue();
        }
        assertThat(OWNER.mayTurn(null, present)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void adminsMoveOnlyBelowThemselves(Role present) {
        for (Role next : Role.values()) {
            assertThat(ADMIN.mayTurn(present, next))
                    .isEqualTo(SMALL.contains(present) && SMALL.contains(next));
        }
        assertThat(ADMIN.mayTurn(null, present)).isEqualTo(SMALL.contains(present));
    }

    @ParameterizedTest
    @EnumSource(names = {"MODERATOR", "AUTHOR", "MEMBER", "GUARDIAN"})
    void theOthersTurnNobody(Role editor) {
        assertThat(editor.isSteward()).isFalse();
        for (Role next : Role.values()) {
            assertThat(editor.mayTurn(MEMBER, next)).isFalse();
        }
    }

    @Test
    void guardiansAreNamedByOwnersOnly() {
        assertThat(ADMIN.mayTurn(MEMBER, GUARDIAN)).isFalse();
        assertThat(OWNER.mayTurn(MEMBER, GUARDIAN)).isTrue();
    }

    @Test
    void guardiansStandAsAuthorsDo() {
        assertThat(GUARDIAN.isAtLeast(AUTHOR)).isTrue();
        assertThat(AUTHOR.isAtLeast(GUARDIAN)).isTrue();
        assertThat(GUARDIAN.isAtLeast(MODERATOR)).isFalse();
        assertThat(MEMBER.isAtLeast(AUTHOR)).isFalse();
        assertThat(OWNER.isAtLeast(ADMIN)).isTrue();
        assertThat(ADMIN.isAtLeast(OWNER)).isFalse();
    }
}
