package com.rechain.dao.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.test.backing.BackingServicesResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Attempts that are to be forgotten at a moment at which Redis does not listen. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class ForgottenAttemptsIT {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    BackingServices backing;

    @Inject SharedAttempts attempts;

    @Test
    void whatSucceededWhileRedisWasAwayIsForgottenAfterwards() {
        String succeeded = counted(3);
        String undone = counted(3);

        backing.redis().pause();
        try {
            attempts.succeeded(List.of(succeeded), List.of());
            attempts.takeBack(List.of(undone));
            assertThat(attempts.increment(List.of(undone), WINDOW)).isEmpty();
        } finally {
            backing.redis().resume();
        }

        assertThat(next(succeeded)).isEqualTo(1);
        assertThat(next(undone)).as("not owed to a guesser").isEqualTo(4);
    }

    @Test
    void howeverManyGaveUpWaitingForAConnectionItIsGivenBack() {
        int many = 40;
        backing.redis().pause();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                threads.execute(
                        () -> attempts.increment(List.of("pair:" + UUID.randomUUID()), WINDOW));
            }
        } finally {
            backing.redis().resume();
        }

        assertThat(next("pair:" + UUID.randomUUID())).isEqualTo(1);
    }

    private String counted(int times) {
        String key = "pair:" + UUID.randomUUID();
        for (int i = 1; i <= times; i++) {
            assertThat(next(key)).isEqualTo(i);
        }
        return key;
    }

    /** What the next attempt that Redis counts is counted as. */
    private long next(String key) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> attempts.increment(List.of(key), WINDOW), Optional::isPresent)
                .orElseThrow()
                .getFirst()
                .attempts();
    }
}
