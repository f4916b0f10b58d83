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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
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
        String[] everywhere =
                IntStream.range(0, 60).mapToObj(i -> "probe:" + i).toArray(String[]::new);
        await().atMost(Duration.ofSeconds(20)).until(() -> counts(everywhere).isPresent());

        for (int i = 0; i < 30; i++) {
            String key = "pair:" + UUID.randomUUID();
            assertThat(count(key)).contains(1L);
            assertThat(count(key)).contains(2L);
            attempts.takeBack(List.of(key));
            assertThat(count(key)).contains(2L);
            String other = "client:" + UUID.randomUUID();
            assertThat(count(other)).contains(1L);
            attempts.succeeded(List.of(key), List.of(other));
            assertThat(counts(key, other)).contains(List.of(1L, 1L));
        }
    }

    private Optional<Long> count(String key) {
        return counts(key).map(List::getFirst);
    }

    private Optional<List<Long>> counts(String... keys) {
        return attempts.increment(List.of(keys), WINDOW)
                .map(counts -> counts.stream().map(AttemptCount::attempts).toList());
    }
}
