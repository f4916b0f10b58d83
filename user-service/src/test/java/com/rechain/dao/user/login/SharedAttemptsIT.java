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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Attempts to sign in, counted by all instances together on a Redis Cluster. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
@WithTestResource(RedisClusterResource.class)
class SharedAttemptsIT {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int LIMIT = 10;

    @Inject SharedAttempts attempts;

    @Test
    void everyNodeCounts() {
        String[] everywhere =
                IntStream.range(0, 60).mapToObj(i -> "probe:" + i).toArray(String[]::new);
        await().atMost(Duration.ofSeconds(20)).until(() -> counts(0, everywhere).isPresent());

        for (int i = 0; i < 30; i++) {
            String key = "pair:" + UUID.randomUUID();
            assertThat(count(1, key)).contains(1L);
            assertThat(count(2, key)).contains(2L);
            attempts.forget(List.of(Forgetting.one(key, 2), Forgetting.one(key, 2)));
            assertThat(count(3, key)).contains(2L);
            String other = "client:" + UUID.randomUUID();
            assertThat(count(3, other)).contains(1L);
            attempts.forget(List.of(Forgetting.all(key), Forgetting.one(other, 3)));
            assertThat(counts(4, key, other)).contains(List.of(1L, 1L));
        }
    }

    @Test
    void noMoreAreKeptThanMakeTheNextOneTooMany() {
        String key = "pair:" + UUID.randomUUID();
        await().atMost(Duration.ofSeconds(20)).until(() -> count(0, key).isPresent());
        attempts.forget(List.of(Forgetting.all(key)));

        for (int i = 1; i <= LIMIT + 5; i++) {
            assertThat(count(i, key)).contains(Math.min(i, LIMIT + 1L));
        }
        attempts.forget(List.of(Forgetting.one(key, LIMIT + 1)));
        assertThat(count(100, key)).as("was never kept").contains(LIMIT + 1L);
        attempts.forget(List.of(Forgetting.one(key, 1)));
        assertThat(count(101, key)).contains((long) LIMIT);
    }

    private Optional<Long> count(long attempt, String key) {
        return counts(attempt, key).map(List::getFirst);
    }

    private Optional<List<Long>> counts(long attempt, String... keys) {
        List<Rule> rules = Stream.of(keys).map(key -> new Rule(key, LIMIT)).toList();
        return attempts.add(attempt, rules, WINDOW)
                .map(counts -> counts.stream().map(AttemptCount::attempts).toList());
    }
}
