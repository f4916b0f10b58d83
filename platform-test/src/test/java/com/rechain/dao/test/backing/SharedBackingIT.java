package com.rechain.dao.test.backing;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.devstack.backing.BackingServices;
import org.junit.jupiter.api.Test;

class SharedBackingIT {

    @Test
    void everybodyInThisJvmGetsTheSameRunningServers() {
        BackingServices first = SharedBacking.get();
        BackingServices attached =
                BackingHome.chosen().attach(System.getProperty("dao.test.backing.running"));

        assertThat(attached.primary().server().address())
                .isEqualTo(first.primary().server().address());
        assertThat(attached.primary().answers()).isTrue();
        assertThat(attached.replica().answers()).isTrue();
        assertThat(attached.redis().alive()).isTrue();
        assertThat(attached.kafka().alive()).isTrue();
    }
}
