package com.rechain.dao.platform.replica;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplicaStateTest {
    private static final long MAX_LAG = 2_000_000;

    @Test
    void aReplicaServesWhatItsHeartbeatHasPassed() {
        ReplicaState state = new ReplicaState(true, 1_000, 0);

        assertThat(state.serves(0, MAX_LAG)).isTrue();
        assertThat(state.serves(999, MAX_LAG)).isTrue();
        assertThat(state.serves(1_000, MAX_LAG))
                .as("a commit at the very beat may be after it")
                .isFalse();
        assertThat(state.serves(1_001, MAX_LAG)).isFalse();
    }

    @Test
    void aReplicaTooFarBehindServesNothing() {
        assertThat(new ReplicaState(true, 1_000, MAX_LAG).serves(0, MAX_LAG)).isTrue();
        assertThat(new ReplicaState(true, 1_000, MAX_LAG + 1).serves(0, MAX_LAG)).isFalse();
    }

    @Test
    void aReplicaOutOfReachServesNothingButIsRememberedAsFarAsItHadCome() {
        ReplicaState state = new ReplicaState(true, 1_000, 5).unreachable();

        assertThat(state).isEqualTo(new ReplicaState(false, 1_000, 5));
        assertThat(state.serves(0, MAX_LAG)).isFalse();
        assertThat(ReplicaState.UNKNOWN.serves(0, MAX_LAG)).isFalse();
    }
}
