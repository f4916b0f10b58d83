package com.rechain.dao.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.backing.RedisClusterResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Attempts to sign in, counted by all instances together on a Redis Cluster. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
@WithTestResource(RedisClusterResource.class)
class SharedAttemptsIT {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    @Inject SharedAttempts attempts;

    @Test
    void everyNodeCounts() {
        await().atMost(Duration.ofSeconds(20)).until(() -> count("probe").isPresent());

        for (int i = 0; i < 30; i++) {
            String key = "pair:" + UUID.randomUUID();
            assertThat(count(key)).contains(1L);
            assertThat(count(key)).contains(2L);
            attempts.takeBack(key);
            assertThat(count(key)).contains(2L);
            attempts.forget(key);
            assertThat(count(key)).contains(1L);
        }
    }

    private Optional<Long> count(String key) {
        return attempts.increment(key, WINDOW).map(AttemptCount::attempts);
    }
}
