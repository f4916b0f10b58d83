package com.rechain.dao.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.user.login.LoginThrottle.Attempt;
import com.rechain.dao.user.text.EmailAddress;
import com.rechain.dao.user.web.Client;
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
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
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
    @Inject LoginThrottle throttle;

    @Test
    void whatWasToBeForgottenWhileRedisWasAwayIsForgottenAfterwards() {
        String succeeded = counted(3);
        String undone = counted(3);
        String heard = counted(3);

        backing.redis().pause();
        try {
            assertThat(attempts.add(4, List.of(rule(heard)), WINDOW)).isEmpty();
            attempts.forget(List.of(Forgetting.all(succeeded), Forgetting.one(undone, 3)));
            attempts.forget(List.of(Forgetting.one(heard, 4)));
        } finally {
            backing.redis().resume();
        }

        assertThat(next(succeeded)).isEqualTo(1);
        assertThat(next(undone)).isEqualTo(3);
        assertThat(next(heard)).as("counted by Redis, but nobody heard").isEqualTo(4);
    }

    @Test
    void manyRightPasswordsFromOneAddressAreNeverTooMany() {
        Client office = new Client("office-" + UUID.randomUUID(), "");
        for (int hour = 0; hour < 3; hour++) {
            next("pair:" + UUID.randomUUID());
            List<Attempt> right =
                    Stream.generate(() -> throttle.attempt(somebody(), office)).limit(60).toList();
            assertThat(right).allSatisfy(attempt -> assertThat(attempt.delay()).isEmpty());

            backing.redis().pause();
            try {
                right.forEach(throttle::succeeded);
            } finally {
                backing.redis().resume();
            }
        }
    }

    @Test
    void whatRedisWasNeverAskedAboutCrowdsNobodyOut() {
        String succeeded = counted(3);
        Client flood = new Client("flood-" + UUID.randomUUID(), "");

        backing.redis().pause();
        try {
            for (int i = 0; i < 1_000; i++) {
                throttle.undone(throttle.attempt(somebody(), flood));
            }
            attempts.forget(List.of(Forgetting.all(succeeded)));
        } finally {
            backing.redis().resume();
        }

        assertThat(next(succeeded)).isEqualTo(1);
    }

    private static EmailAddress somebody() {
        return EmailAddress.parse(UUID.randomUUID() + "@example.org").orElseThrow();
    }

    @Test
    void howeverManyGaveUpWaitingForAConnectionItIsGivenBack() {
        int many = 40;
        backing.redis().pause();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                threads.execute(
                        () -> attempts.add(1, List.of(rule("pair:" + UUID.randomUUID())), WINDOW));
            }
        } finally {
            backing.redis().resume();
        }

        assertThat(next("pair:" + UUID.randomUUID())).isEqualTo(1);
    }

    private String counted(int times) {
        String key = "pair:" + UUID.randomUUID();
        for (int i = 1; i <= times; i++) {
            assertThat(add(i, key)).isEqualTo(i);
        }
        return key;
    }

    private long next(String key) {
        return add(ThreadLocalRandom.current().nextLong(), key);
    }

    /** What an attempt that Redis counts is counted as. */
    private long add(long attempt, String key) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> attempts.add(attempt, List.of(rule(key)), WINDOW), Optional::isPresent)
                .orElseThrow()
                .getFirst()
                .attempts();
    }

    private static Rule rule(String key) {
        return new Rule(key, 10);
    }
}
